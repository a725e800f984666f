/**
 * The page's own events, in a task behind its last script: DOMContentLoaded, then load and pageshow. HTML: 13.2.7 The end. They are
 * a task only where somebody could notice them.
 */
import type { Value } from '../../engine/index.ts';
import { hasWindowListener } from '../events/window-events.ts';
import type { Host } from '../host.ts';
import { domOf } from './page.ts';

/** The script and its microtasks are over. */
export function finishLoading(host: Host): void {
  const isHeard = ['DOMContentLoaded', 'load', 'pageshow'].some((type) => hasWindowListener(host, type));
  if (host.page.dom === undefined && !isHeard && host.page.loadDelays === 0) {
    host.page.isLoaded = true;
    return;
  }
  host.queueTask('domManipulation', 'page loaded', () => finish(host));
}

function finish(host: Host): void {
  const dom = domOf(host);
  const { document } = dom;
  const target = dom.wrap(document);
  const fire = (type: string, init: Readonly<Record<string, Value>> = {}): boolean => dom.fire(target, type, init);
  document.readyState = 'interactive';
  fire('readystatechange');
  fire('DOMContentLoaded', { bubbles: true });
  if (host.page.loadDelays === 0) complete(host);
  else host.page.onLoadable = () => void host.queueTask('domManipulation', 'page loaded', () => complete(host));
}

function complete(host: Host): void {
  const dom = domOf(host);
  const { document } = dom;
  const target = dom.wrap(document);
  const window = host.isolate.realm.globalObject;
  document.readyState = 'complete';
  dom.fire(target, 'readystatechange');
  dom.fire(window, 'load', {}, 'Event', target);
  dom.fire(window, 'pageshow', {}, 'PageTransitionEvent', target);
  host.page.isLoaded = true;
}
