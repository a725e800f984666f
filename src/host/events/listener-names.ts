/** What an event listener listens to, in words: `click on #buy`, `abort on AbortSignal`. */
import type { JSObject } from '../../engine/index.ts';
import { DocumentData, ElementData } from '../dom/nodes.ts';
import type { Host } from '../host.ts';
import { eventTargetData } from './event-targets.ts';

export function listenerName(host: Host, target: JSObject, type: string): string {
  return `${type} on ${targetName(host, target)}`;
}

function targetName({ isolate }: Host, target: JSObject): string {
  if (target === isolate.realm.globalObject) return 'window';
  const data = eventTargetData(target);
  if (data instanceof DocumentData) return 'document';
  if (data instanceof ElementData) return elementName(data);
  return data?.interface ?? '';
}

/** As a selector has it: `#buy`, `button.primary`. */
function elementName(element: ElementData): string {
  const id = element.get('id');
  if (id !== undefined && id !== '') return `#${id}`;
  const classes = (element.get('class') ?? '').split(/\s+/).filter((name) => name !== '');
  return [element.localName, ...classes].join('.');
}
