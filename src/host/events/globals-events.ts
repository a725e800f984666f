/** The globals of events, in both runtimes: made from the sources beside this file when they are first touched. */
import type { Host } from '../host.ts';
import { lazyGlobalsOf } from '../globals/lazy-globals.ts';

const inBoth = ['CustomEvent', 'MessageEvent', 'CloseEvent'];
const inBrowsers = ['ErrorEvent', 'PromiseRejectionEvent', 'ProgressEvent'];
/** Workers have none of these. */
export const inWindowsOnly = [
  'StorageEvent',
  'HashChangeEvent',
  'PopStateEvent',
  'PageTransitionEvent',
  'BeforeUnloadEvent',
  'SubmitEvent',
  'FormDataEvent',
  'ToggleEvent',
  'TransitionEvent',
  'AnimationEvent',
  'ClipboardEvent',
  'UIEvent',
  'FocusEvent',
  'InputEvent',
  'CompositionEvent',
  'KeyboardEvent',
  'MouseEvent',
  'WheelEvent',
  'DragEvent',
  'PointerEvent',
  'TouchEvent',
];

export function installEvents(host: Host): void {
  lazyGlobalsOf(host, 'internal/event_target', ['Event', 'EventTarget']);
  lazyGlobalsOf(host, 'internal/abort_controller', ['AbortController', 'AbortSignal']);
  lazyGlobalsOf(
    host,
    'internal/event_classes',
    host.description.hasProcess ? inBoth : [...inBoth, ...inBrowsers, ...inWindowsOnly],
  );
}
