// Events that scripts make and dispatch: phases, flags, members of all classes, options of listeners, and errors.
const show = (v, d = 0) => {
  if (typeof v === 'string') return JSON.stringify(v);
  if (typeof v === 'function') return 'function ' + v.name + '/' + v.length;
  if (typeof v !== 'object' || v === null) return Object.is(v, -0) ? '-0' : typeof v === 'bigint' ? v + 'n' : String(v);
  if (v instanceof Error || v instanceof DOMException) return v.name + ': ' + v.message;
  if (typeof Node === 'function' && v instanceof Node)
    return '<' + v.nodeName + (v.id ? '#' + v.id : '') + (v.nodeType === 3 ? ' ' + v.data : '') + '>';
  if (Array.isArray(v) || ArrayBuffer.isView(v))
    return (Array.isArray(v) ? '' : v.constructor.name) + '[' + Array.from(v, (x) => show(x, d + 1)).join(', ') + ']';
  const tag = Object.prototype.toString.call(v).slice(8, -1);
  if (v instanceof Map || v instanceof Set) return tag + show([...v], d + 1);
  if (tag !== 'Object' || d > 3) return tag;
  return (
    '{' +
    Object.keys(v)
      .map((k) => k + ': ' + show(v[k], d + 1))
      .join(', ') +
    '}'
  );
};
const t = (name, run) => {
  let r;
  try {
    r = show(run());
  } catch (e) {
    r = 'throws ' + show(e);
  }
  console.log(name + ' -> ' + r);
};
const all = (list) => {
  for (const f of list)
    t(
      String(f)
        .replace(/^\(\) => /, '')
        .slice(0, 90),
      f,
    );
};
document.body.innerHTML = '<div id=o><p id=m><b id=i>x</b></p></div>';
const [o, m, i] = ['o', 'm', 'i'].map((x) => document.getElementById(x));
const log = (...a) => console.log(a.join(' '));
for (const n of [window, document, document.body, o, m, i])
  for (const c of [true, false])
    n.addEventListener(
      'zip',
      (e) => log(n.id ?? n.constructor.name, c ? 'cap' : 'bub', e.eventPhase, e.target.id, show(e.currentTarget === n)),
      c,
    );
i.dispatchEvent(new Event('zip', { bubbles: true }));
i.dispatchEvent(new Event('zip'));
log('disconnected');
const d = document.createElement('div');
const c = d.appendChild(document.createElement('i'));
d.addEventListener('zip', () => log('d'));
t('disp', () => c.dispatchEvent(new Event('zip', { bubbles: true })));
i.addEventListener(
  'q',
  function (e) {
    log('this', this === i, e.composedPath().length);
    e.stopPropagation();
  },
  { once: true },
);
i.addEventListener('q', (e) => {
  log('second', e.cancelBubble);
  e.stopImmediatePropagation();
});
i.addEventListener('q', () => log('never'));
m.addEventListener('q', () => log('m never'));
i.dispatchEvent(new Event('q', { bubbles: true }));
i.dispatchEvent(new Event('q', { bubbles: true }));
all([
  () => {
    const e = new Event('x', { cancelable: true });
    e.preventDefault();
    return [e.defaultPrevented, e.returnValue];
  },
  () => {
    const e = new Event('x');
    e.preventDefault();
    return [e.defaultPrevented, e.returnValue];
  },
  () => {
    const e = new Event('x', { cancelable: true });
    e.returnValue = false;
    e.returnValue = true;
    return [e.defaultPrevented, e.returnValue];
  },
  () => {
    const e = new Event('x', { cancelable: true });
    const f = () => e.preventDefault();
    i.addEventListener('x', f, { passive: true });
    const r = i.dispatchEvent(e);
    i.removeEventListener('x', f);
    return [r, e.defaultPrevented];
  },
  () => {
    const e = new Event('x');
    i.dispatchEvent(e);
    return [e.target, e.currentTarget, e.eventPhase, e.srcElement, e.composedPath()];
  },
  () => {
    const e = new Event('x');
    i.addEventListener('x', () => i.dispatchEvent(e), { once: true });
    return i.dispatchEvent(e);
  },
  () => i.dispatchEvent({}),
  () => i.dispatchEvent(),
  () => i.dispatchEvent(null),
  () => new Event(),
  () => new Event('a', 3),
  () => new Event('a', null).type,
  () => new Event(null).type,
  () => new Event(undefined).type,
  () => Event('a'),
  () => new Event('a', { bubbles: 1, composed: 'x' }).composed,
  () => new CustomEvent('a', { detail: 0 }).detail,
  () => new CustomEvent('a').detail,
  () => new CustomEvent('a', { detail: undefined }).detail,
  () => new MouseEvent('click', { clientX: 3.7, button: 2, ctrlKey: 1 }),
  () => {
    const e = new MouseEvent('click', { clientX: 3.7, screenY: -2.2, button: 2, buttons: 3, ctrlKey: 1 });
    return [
      e.clientX,
      e.x,
      e.pageX,
      e.screenY,
      e.button,
      e.buttons,
      e.ctrlKey,
      e.metaKey,
      e.relatedTarget,
      e.view,
      e.detail,
      e.which,
      e.movementX,
    ];
  },
  () => {
    const e = new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', keyCode: 65, repeat: true, location: 1 });
    return [
      e.key,
      e.code,
      e.keyCode,
      e.which,
      e.charCode,
      e.repeat,
      e.location,
      e.isComposing,
      e.getModifierState('Shift'),
    ];
  },
  () => {
    const e = new WheelEvent('wheel', { deltaY: 3, deltaMode: 1 });
    return [e.deltaX, e.deltaY, e.deltaMode];
  },
  () => {
    const e = new InputEvent('input', { data: 'x', inputType: 'insertText' });
    return [e.data, e.inputType, e.isComposing, e.dataTransfer];
  },
  () => {
    const e = new FocusEvent('focus', { relatedTarget: i });
    return [e.relatedTarget, e.bubbles];
  },
  () => {
    const e = new PointerEvent('pointerdown', { pointerId: 2, pressure: 0.5, isPrimary: true });
    return [e.pointerId, e.pointerType, e.pressure, e.width, e.isPrimary, e.tiltX];
  },
  () => {
    const e = new ProgressEvent('p', { loaded: 3, total: 9 });
    return [e.loaded, e.total, e.lengthComputable];
  },
  () => {
    const e = new StorageEvent('storage', { key: 'k', newValue: 'v' });
    return [e.key, e.newValue, e.oldValue, e.url, e.storageArea];
  },
  () => {
    const e = new PromiseRejectionEvent('x', { promise: Promise.resolve(1), reason: 2 });
    return [e.reason, e.promise];
  },
  () => new PromiseRejectionEvent('x'),
  () => new PromiseRejectionEvent('x', {}),
  () => {
    const e = new ErrorEvent('x', { message: 'm', lineno: 2, error: 1 });
    return [e.message, e.filename, e.lineno, e.colno, e.error];
  },
  () => {
    const e = new ErrorEvent('x');
    return [e.error, e.message];
  },
  () => {
    const e = new HashChangeEvent('h', { oldURL: 'a' });
    return [e.oldURL, e.newURL];
  },
  () => new PopStateEvent('p', { state: { a: 1 } }).state,
  () => {
    const e = new CloseEvent('c', { code: 3, reason: 'r' });
    return [e.code, e.reason, e.wasClean];
  },
  () => {
    const e = new MessageEvent('m', { data: [1], ports: [] });
    return [e.data, e.ports, Object.isFrozen(e.ports), e.source, e.origin, e.lastEventId];
  },
  () => new SubmitEvent('s').submitter,
  () => {
    const e = new AnimationEvent('a', { animationName: 'n', elapsedTime: 2 });
    return [e.animationName, e.elapsedTime, e.pseudoElement];
  },
  () => {
    const e = new TransitionEvent('a', { propertyName: 'n' });
    return e.propertyName;
  },
  () => new ClipboardEvent('copy').clipboardData,
  () => new DragEvent('drag').dataTransfer,
  () => new CompositionEvent('c', { data: 'd' }).data,
  () => new UIEvent('u', { detail: 4, view: window }).view === window,
  () => new PageTransitionEvent('p', { persisted: true }).persisted,
  () => new ToggleEvent('t', { oldState: 'open' }).oldState,
  () => new FormDataEvent('f'),
  () => {
    const e = document.createEvent('Event');
    return [e.type, e.bubbles];
  },
  () => {
    const e = document.createEvent('Event');
    i.dispatchEvent(e);
  },
  () => {
    const e = document.createEvent('HTMLEvents');
    e.initEvent('a', true, true);
    return [e.type, e.bubbles, e.cancelable, e.isTrusted];
  },
  () => {
    const e = document.createEvent('CustomEvent');
    e.initCustomEvent('a', true, false, 7);
    return e.detail;
  },
  () => document.createEvent('nope'),
  () => {
    const e = document.createEvent('KeyboardEvent');
    return e.constructor.name;
  },
  () => Event.BUBBLING_PHASE,
  () => Object.keys(new Event('a')),
  () => JSON.stringify(new Event('a')),
  () => Object.getOwnPropertyDescriptor(new Event('a'), 'isTrusted').configurable,
  () => String(new Event('a')),
  () => typeof new Event('a').timeStamp,
]);
const h = {
  handleEvent(e) {
    log('handleEvent', this === h, e.type);
  },
};
i.addEventListener('y', h);
i.dispatchEvent(new Event('y'));
h.handleEvent = () => log('replaced');
i.dispatchEvent(new Event('y'));
h.handleEvent = 3;
i.dispatchEvent(new Event('y'));
i.removeEventListener('y', h);
i.onclick = () => false;
{
  const e = new MouseEvent('click', { cancelable: true });
  log(i.dispatchEvent(e), e.defaultPrevented);
}
i.onclick = 3;
log(i.onclick);
i.onclick = {
  handleEvent() {
    log('no');
  },
};
log(typeof i.onclick);
i.click();
i.onclick = null;
{
  const l = [];
  i.addEventListener('o', () => l.push(1));
  i.ono = 1;
  i.onclick = () => l.push('h1');
  i.addEventListener('click', () => l.push('a'));
  i.onclick = () => l.push('h2');
  i.click();
  i.onclick = null;
  i.onclick = () => l.push('h3');
  i.click();
  log(l);
}
const ac = new AbortController();
i.addEventListener('z', () => log('z1'), { signal: ac.signal });
i.addEventListener('z', () => {
  log('z0');
  ac.abort();
});
i.addEventListener('z', () => log('z2'), { signal: ac.signal });
i.dispatchEvent(new Event('z'));
i.dispatchEvent(new Event('z'));
i.addEventListener('dup', log.bind(null, 'dup'));
const f = () => log('f');
i.addEventListener('dup', f);
i.addEventListener('dup', f, true);
i.addEventListener('dup', f, { capture: true });
i.addEventListener('dup', f, { once: true });
i.dispatchEvent(new Event('dup'));
i.removeEventListener('dup', f);
i.dispatchEvent(new Event('dup'));
i.removeEventListener('dup', f, { capture: true });
i.dispatchEvent(new Event('dup'));
i.addEventListener(
  'add',
  () => {
    log('first');
    i.addEventListener('add', () => log('added'));
    i.removeEventListener('add', gone);
  },
  { once: true },
);
const gone = () => log('gone');
i.addEventListener('add', gone);
i.dispatchEvent(new Event('add'));
i.dispatchEvent(new Event('add'));
all([
  () => i.addEventListener('x'),
  () => i.addEventListener('x', 3),
  () => i.addEventListener('x', null),
  () => i.addEventListener('x', 'f'),
  () => i.addEventListener('x', {}),
  () => i.addEventListener('x', f, { signal: null }),
  () => i.addEventListener('x', f, { signal: 3 }),
  () => i.removeEventListener('x'),
  () => i.removeEventListener('x', null),
  () => EventTarget.prototype.addEventListener.call(3, 'a', f),
  () => new EventTarget().dispatchEvent(new Event('a')),
]);
i.setAttribute('onfoo', 'x');
i.setAttribute('onmouseover', 'console.log("over", event.type, this.id, typeof arguments[0])');
i.dispatchEvent(new Event('mouseover'));
log(typeof i.onmouseover, i.onmouseover.length);
i.removeAttribute('onmouseover');
log(i.onmouseover);
log(window.event, typeof event);
i.addEventListener('ev', (e) => log(event === e));
i.dispatchEvent(new Event('ev'));
