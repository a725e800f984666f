const t = new EventTarget();
const log = (...a) => console.log(...a);
t.addEventListener('a', function (e) {
  log(this === t, e.type, e.target === t, e.eventPhase, e.isTrusted, e.bubbles, e.defaultPrevented);
});
t.addEventListener('a', {
  handleEvent(e) {
    log('object', this !== t, e.type);
  },
});
t.addEventListener('a', () => log('once'), { once: true });
log(t.dispatchEvent(new Event('a')));
log(t.dispatchEvent(new Event('a')));
t.addEventListener('b', (e) => e.preventDefault());
log(t.dispatchEvent(new Event('b')), t.dispatchEvent(new Event('b', { cancelable: true })));
t.addEventListener(
  'c',
  (e) => {
    e.preventDefault();
    log(e.defaultPrevented);
  },
  { passive: true },
);
log(t.dispatchEvent(new Event('c', { cancelable: true })));
t.addEventListener('d', () => {
  log('adds');
  t.addEventListener('d', () => log('late'));
  t.removeEventListener('d', gone);
});
function gone() {
  log('gone');
}
t.addEventListener('d', gone);
t.dispatchEvent(new Event('d'));
log('--');
const e = new CustomEvent('x', { detail: { n: 1 } });
t.addEventListener('x', (e) => log(e.detail.n, e instanceof CustomEvent, e instanceof Event));
t.dispatchEvent(e);
t.dispatchEvent(e);
t.addEventListener('r', (e) => {
  try {
    t.dispatchEvent(e);
  } catch (error) {
    log(error.name, error.message);
  }
});
t.dispatchEvent(new Event('r'));
const attempt = (run) => {
  try {
    log(run());
  } catch (error) {
    log(error.name, error.message);
  }
};
attempt(() => new Event());
attempt(() => new Event('x', 1));
attempt(() => new CustomEvent('x', 5));
attempt(() => t.addEventListener('a'));
attempt(() => t.addEventListener());
attempt(() => t.addEventListener('a', 5));
attempt(() => t.addEventListener('a', 'f'));
attempt(() => t.addEventListener('a', null));
attempt(() => t.dispatchEvent());
attempt(() => t.dispatchEvent({}));
attempt(() => t.dispatchEvent(null));
attempt(() => t.removeEventListener('a'));
attempt(() => t.addEventListener('a', () => {}, { signal: 1 }));
attempt(() => EventTarget.prototype.addEventListener.call({}, 'a', null));
attempt(() => Event.prototype.type);
log(
  Object.keys(new Event('q')).join(),
  JSON.stringify(new Event('q')),
  Event.AT_TARGET,
  new Event('q').BUBBLING_PHASE,
  String(new Event('q')),
  String(t),
  Event.length,
  typeof Event.prototype.initEvent,
);
t.addEventListener('y', {});
t.dispatchEvent(new Event('y'));
