// What slots hold, pointers that are captured, popovers.
const log = (...a) => console.log(...a);
const tell = (f) => {
  try {
    log(String(f()));
  } catch (e) {
    log(e.name + ': ' + e.message);
  }
};
const host = document.createElement('div');
host.innerHTML = '<b slot="x">1</b>text<i>2</i><u slot="x">3</u><s slot="none">4</s>';
document.body.append(host);
const root = host.attachShadow({ mode: 'open' });
root.innerHTML =
  '<slot name="x"></slot><p><slot id="d"><em>fallback</em></slot></p><slot name="empty"><q>f2</q></slot><slot name="x"></slot>';
const [x, d, e, x2] = root.querySelectorAll('slot');
const show = (l) => l.map((n) => (n.nodeType === 1 ? n.tagName : n.data)).join();
log(
  show(x.assignedElements()),
  show(x.assignedNodes()),
  show(d.assignedElements()),
  show(d.assignedNodes()),
  show(e.assignedNodes()),
  show(e.assignedNodes({ flatten: true })),
  show(x2.assignedNodes()),
  Array.isArray(x.assignedNodes()),
);
log(
  host.querySelector('b').assignedSlot === x,
  host.querySelector('i').assignedSlot === d,
  host.querySelector('s').assignedSlot,
  host.childNodes[1].assignedSlot === d,
  x.assignedSlot,
);
const loose = document.createElement('slot');
log(show(loose.assignedNodes()), loose.name);
const el = document.createElement('div');
document.body.append(el);
tell(() => el.setPointerCapture(1));
tell(() => el.releasePointerCapture(1));
log(el.hasPointerCapture(1));
tell(() => el.setPointerCapture());
const p = document.createElement('div');
log(p.popover);
tell(() => p.showPopover());
p.popover = 'auto';
log(p.popover, p.outerHTML);
tell(() => p.showPopover());
document.body.append(p);
for (const t of ['beforetoggle', 'toggle'])
  p.addEventListener(t, (e) => log(t, e.constructor.name, e.oldState, e.newState, e.cancelable, e.bubbles));
p.showPopover();
log('shown', p.matches(':popover-open'));
tell(() => p.showPopover());
p.hidePopover();
log('hidden', p.matches(':popover-open'));
tell(() => p.hidePopover());
log(p.togglePopover(), p.togglePopover(), p.togglePopover(true), p.togglePopover(true), p.togglePopover(false));
p.popover = 'manual';
log(p.popover);
p.popover = 'x';
log(p.popover, p.getAttribute('popover'));
p.popover = null;
log(p.popover, p.outerHTML);
setTimeout(() => {
  const q = document.createElement('div');
  q.popover = 'manual';
  document.body.append(q);
  q.addEventListener('beforetoggle', (e) => e.preventDefault());
  q.showPopover();
  log(q.matches(':popover-open'));
}, 20);
