document.body.innerHTML = '<div id="outer"><div id="inner"><button id="b">x</button></div></div>';
const [outer, inner, b] = ['outer', 'inner', 'b'].map((id) => document.getElementById(id));
const name = (t) => (t === window ? 'window' : t === document ? 'document' : t.id || t.tagName);
for (const target of [window, document, document.documentElement, document.body, outer, inner, b])
  for (const capture of [true, false])
    target.addEventListener(
      'go',
      (e) =>
        console.log(
          name(target),
          capture ? 'capture' : 'bubble',
          e.eventPhase,
          name(e.target),
          name(e.currentTarget),
          this === window,
        ),
      capture,
    );
console.log(b.dispatchEvent(new Event('go', { bubbles: true })));
console.log('-- no bubbles');
b.dispatchEvent(new Event('go'));
console.log('-- stopped');
inner.addEventListener('go', (e) => e.stopPropagation(), { capture: true, once: true });
b.dispatchEvent(new Event('go', { bubbles: true }));
console.log('-- stopped in the middle');
inner.addEventListener(
  'go',
  (e) => {
    e.stopImmediatePropagation();
  },
  { once: true },
);
b.dispatchEvent(new Event('go', { bubbles: true }));
const event = new Event('path', { bubbles: true });
b.addEventListener('path', (e) => console.log(e.composedPath().map(name).join(' < ')));
b.dispatchEvent(event);
console.log(event.composedPath().length, event.currentTarget, name(event.target), event.eventPhase);
const detached = document.createElement('p');
detached.addEventListener('path', (e) => console.log(e.composedPath().length));
detached.dispatchEvent(new Event('path', { bubbles: true }));
b.addEventListener('order', () => console.log('bubble first added'));
b.addEventListener('order', () => console.log('capture later'), true);
b.dispatchEvent(new Event('order'));
