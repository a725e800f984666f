const k = new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', ctrlKey: true, bubbles: true, repeat: 1 });
console.log(
  k.key,
  k.code,
  k.ctrlKey,
  k.shiftKey,
  k.repeat,
  k.bubbles,
  k.location,
  k.getModifierState('Control'),
  k.view,
  k.detail,
);
const m = new MouseEvent('click', { clientX: 5, clientY: 6, button: 2, buttons: 3, relatedTarget: document.body });
console.log(
  m.clientX,
  m.clientY,
  m.x,
  m.button,
  m.buttons,
  m.relatedTarget === document.body,
  m.screenX,
  m.altKey,
  m.detail,
);
const c = new CustomEvent('c');
console.log(c.detail);
c.initCustomEvent('d', true, false, 7);
console.log(c.type, c.detail, c.bubbles);
const e = new ErrorEvent('error', { message: 'm', lineno: 3, error: 5 });
console.log(e.message, e.filename === '', e.lineno, e.colno, e.error);
const p = new PromiseRejectionEvent('x', { promise: Promise.resolve(), reason: 1 });
console.log(p.reason, p.promise instanceof Promise);
const msg = new MessageEvent('message', { data: [1], origin: 'o' });
console.log(msg.data[0], msg.origin, msg.lastEventId === '', msg.source, msg.ports.length);
const i = new InputEvent('input', { data: 'q', inputType: 'insertText' });
console.log(i.data, i.inputType, i.isComposing);
const w = new WheelEvent('wheel', { deltaY: 1.5 });
console.log(w.deltaY, w.deltaMode, w instanceof MouseEvent);
const s = new SubmitEvent('submit');
console.log(s.submitter);
const o = document.createEvent('MouseEvents');
console.log(o.type === '', o instanceof MouseEvent);
try {
  document.dispatchEvent(o);
} catch (error) {
  console.log(error.name, error.message);
}
o.initEvent('old', true, true);
console.log(o.type, document.dispatchEvent(o));
console.log(
  new ProgressEvent('p', { loaded: 5 }).loaded,
  new StorageEvent('s').key,
  new HashChangeEvent('h').newURL === '',
  new CloseEvent('c', { code: 1000 }).code,
  new FocusEvent('f').relatedTarget,
  new PointerEvent('p', { pointerId: 4 }).pointerId,
  new UIEvent('u', { detail: 2 }).detail,
);
