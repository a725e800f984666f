for (const tag of 'a abbr area article audio b base blockquote body br button canvas caption cite code col data datalist dd del details dialog div dl dt em embed fieldset figure footer form h1 h6 head header hr html i iframe img input ins label legend li link main map mark menu meta meter nav noscript object ol optgroup option output p picture pre progress q s script section select slot small source span strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track u ul var video wbr blink foo x-y'.split(
  ' ',
)) {
  const e = document.createElement(tag);
  console.log(tag, e.constructor.name, Object.prototype.toString.call(e), e.tagName);
}
console.log(
  [Node, Element, HTMLElement, Text, Comment, Document, DocumentFragment, Event, MouseEvent, EventTarget]
    .map((c) => `${c.name}/${c.length}/${typeof c}`)
    .join(' '),
);
let chain = [];
for (let p = document.createElement('button'); p; p = Object.getPrototypeOf(p)) chain.push(p[Symbol.toStringTag]);
console.log(chain.join());
chain = [];
for (let p = new PointerEvent('x'); p; p = Object.getPrototypeOf(p)) chain.push(p[Symbol.toStringTag]);
console.log(chain.join());
console.log(
  Node.ELEMENT_NODE,
  document.TEXT_NODE,
  Node.DOCUMENT_POSITION_CONTAINS,
  typeof Node.prototype.appendChild,
  Node.prototype.appendChild.length,
  Node.prototype.insertBefore.length,
  Element.prototype.setAttribute.name,
  Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild').get.name,
  Object.getOwnPropertyDescriptor(Node.prototype, 'textContent').set.name,
  'onclick' in window,
  'onclick' in document,
);
