// Listeners in order, once, removal during dispatch, handleEvent objects, stopImmediatePropagation, capture as identity.
const target = new EventTarget();
const log = (...words) => console.log(...words);
function first(event) { log('first', this === target, event.type, event.eventPhase, event.target === target, event.currentTarget === target); }
target.addEventListener('go', first);
target.addEventListener('go', first);
target.addEventListener('go', first, true);
target.addEventListener('go', () => log('once'), { once: true });
target.addEventListener('go', () => log('capture'), { capture: true });
target.addEventListener('go', { handleEvent(event) { log('object', this !== target, event.composedPath().length); } });
target.addEventListener('go', () => {
  log('adds and removes');
  target.addEventListener('go', late);
  target.removeEventListener('go', gone);
});
function gone() { log('never the first time'); }
function late() { log('late'); }
target.addEventListener('go', gone);
log(target.dispatchEvent(new Event('go')));
log('--');
log(target.dispatchEvent(new Event('go')));
target.removeEventListener('go', first);
target.removeEventListener('go', first, { capture: true });
log('-- without first');
target.dispatchEvent(new Event('go'));
const stops = new EventTarget();
stops.addEventListener('x', (event) => { log(1); event.stopPropagation(); });
stops.addEventListener('x', (event) => { log(2); event.stopImmediatePropagation(); });
stops.addEventListener('x', () => log(3));
const event = new Event('x');
stops.dispatchEvent(event);
log(event.cancelBubble, event.eventPhase, event.target === stops, event.currentTarget, event.composedPath());
const prevented = new Event('x', { cancelable: true });
stops.addEventListener('x', () => {}, { passive: true });
const quiet = new EventTarget();
quiet.addEventListener('y', (event) => { event.preventDefault(); log('passive', event.defaultPrevented); }, { passive: true });
log(quiet.dispatchEvent(new Event('y', { cancelable: true })));
quiet.addEventListener('y', (event) => { event.preventDefault(); log(event.defaultPrevented, event.returnValue); });
log(quiet.dispatchEvent(new Event('y', { cancelable: true })));
log(quiet.dispatchEvent(new Event('y')));
log(prevented.defaultPrevented);
const handler = { };
quiet.addEventListener('z', handler);
handler.handleEvent = () => log('assigned later');
quiet.dispatchEvent(new Event('z'));
quiet.addEventListener('z', null);
quiet.addEventListener('z', undefined);
