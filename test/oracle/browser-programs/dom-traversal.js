// Tree walkers and node iterators, with filters and while the tree changes.
const log = (...a) => console.log(...a);
const tell = (f) => {
  try {
    log(String(f()));
  } catch (e) {
    log(e.name + ': ' + e.message);
  }
};
const root = document.createElement('div');
root.innerHTML =
  '<p id="a">one<b id="b">two</b><!--c--></p><ul id="u"><li id="l1">x</li><li id="l2">y<i id="i">z</i></li></ul>tail';
const show = (n) =>
  n === null ? 'null' : n.nodeType === 1 ? '#' + (n.id || n.tagName) : n.nodeType + ':' + n.nodeValue;
const all = (w) => {
  const r = [];
  for (let n = w.nextNode(); n; n = w.nextNode()) r.push(show(n));
  return r.join(' ');
};
log(all(document.createTreeWalker(root)));
log(all(document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT)));
log(all(document.createTreeWalker(root, NodeFilter.SHOW_TEXT)));
log(all(document.createTreeWalker(root, NodeFilter.SHOW_COMMENT)));
log(
  all(
    document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (n) =>
      n.id === 'u' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    ),
  ),
);
log(
  all(
    document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, {
      acceptNode: (n) => (n.id === 'u' ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_ACCEPT),
    }),
  ),
);
log(all(document.createTreeWalker(root, 1, (n) => n.id === 'u')));
const w = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
log(String(w), w.root === root, w.whatToShow, w.filter, w.currentNode === root);
log(
  show(w.firstChild()),
  show(w.nextSibling()),
  show(w.firstChild()),
  show(w.nextSibling()),
  show(w.firstChild()),
  show(w.nextSibling()),
  show(w.parentNode()),
  show(w.previousSibling()),
  show(w.previousNode()),
  show(w.lastChild()),
  show(w.parentNode()),
  show(w.parentNode()),
  show(w.parentNode()),
);
w.currentNode = root.querySelector('#i');
const back = [];
for (let n = w.previousNode(); n; n = w.previousNode()) back.push(show(n));
log(back.join(' '));
const filt = document.createTreeWalker(root, NodeFilter.SHOW_ALL, (n) =>
  n.nodeType === 1 && n.tagName === 'UL' ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_ACCEPT,
);
log(
  show(filt.firstChild()),
  show(filt.nextSibling()),
  show(filt.nextSibling()),
  show(filt.nextSibling()),
  show(filt.nextSibling()),
  show(filt.previousSibling()),
  show(filt.previousSibling()),
);
tell(() => document.createTreeWalker());
tell(() => document.createTreeWalker(null));
tell(() => document.createTreeWalker(root, 1, 5));
tell(() => new TreeWalker());
tell(() => {
  document
    .createTreeWalker(root, 1, () => {
      throw new Error('filter');
    })
    .nextNode();
});
const rec = document.createTreeWalker(root, 1, () => rec.nextNode());
tell(() => rec.nextNode());
tell(() => {
  w.currentNode = null;
});
tell(() => document.createTreeWalker(root, 1, {}).nextNode());
const it = document.createNodeIterator(root, NodeFilter.SHOW_ELEMENT);
log(String(it), it.referenceNode === root, it.pointerBeforeReferenceNode, it.whatToShow, it.filter, it.root === root);
log(all(it), it.referenceNode.id, it.pointerBeforeReferenceNode);
const b2 = [];
for (let n = it.previousNode(); n; n = it.previousNode()) b2.push(show(n));
log(b2.join(' '));
log(
  all(
    document.createNodeIterator(root, NodeFilter.SHOW_ELEMENT, (n) =>
      n.id === 'u' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    ),
  ),
);
log(all(document.createNodeIterator(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT)));
it.detach();
const live = document.createNodeIterator(root, NodeFilter.SHOW_ELEMENT);
live.nextNode();
live.nextNode();
live.nextNode();
live.nextNode();
log(show(live.referenceNode));
root.querySelector('#u').remove();
log(show(live.referenceNode), live.pointerBeforeReferenceNode, live.nextNode());
log(show(live.previousNode()));
const before = document.createNodeIterator(root, NodeFilter.SHOW_ELEMENT);
before.nextNode();
before.nextNode();
before.previousNode();
log(show(before.referenceNode), before.pointerBeforeReferenceNode);
root.querySelector('#a').remove();
log(show(before.referenceNode), before.pointerBeforeReferenceNode);
log(typeof NodeFilter);
log(NodeFilter.SHOW_ALL, NodeFilter.SHOW_DOCUMENT_FRAGMENT, NodeFilter.FILTER_SKIP);
log(Object.keys(TreeWalker.prototype).sort().join(), Object.keys(NodeIterator.prototype).sort().join());
