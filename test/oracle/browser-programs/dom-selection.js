// The page's selection.
const log = (...a) => console.log(...a);
const tell = (f) => {
  try {
    log(String(f()));
  } catch (e) {
    log(e.name + ': ' + e.message);
  }
};
const host = document.createElement('div');
document.body.append(host);
const set = () => {
  host.innerHTML = '<p id="a">one<b id="b">two</b></p><p id="c">three<i>four</i></p>end';
};
const $ = (id) => document.getElementById(id);
const show = (n) => (n.nodeType === 1 ? n.id || n.tagName : n.nodeType === 3 ? '"' + n.data + '"' : n.nodeName);
const at = (r) =>
  show(r.startContainer) +
  ',' +
  r.startOffset +
  '-' +
  show(r.endContainer) +
  ',' +
  r.endOffset +
  (r.collapsed ? '|' : '');
const html = (f) => {
  const d = document.createElement('div');
  d.append(f);
  return d.innerHTML;
};
const s = getSelection();
log(
  s === document.getSelection(),
  String(s),
  s.rangeCount,
  s.type,
  s.isCollapsed,
  s.anchorNode,
  s.focusOffset,
  Object.prototype.toString.call(s),
);
set();
const sr = document.createRange();
sr.selectNodeContents($('a'));
s.addRange(sr);
log(
  s.rangeCount,
  String(s),
  s.type,
  s.isCollapsed,
  show(s.anchorNode),
  s.anchorOffset,
  show(s.focusNode),
  s.focusOffset,
  s.getRangeAt(0) === sr,
);
s.addRange(document.createRange());
log(s.rangeCount, String(s));
tell(() => s.getRangeAt(1));
s.removeRange(sr);
log(s.rangeCount);
tell(() => s.getRangeAt(0));
tell(() => s.removeRange(sr));
s.selectAllChildren($('c'));
log(String(s), s.rangeCount);
s.collapse($('a'), 1);
log(s.type, s.isCollapsed, String(s) === '');
s.extend($('c').firstChild, 2);
log(String(s), s.type, s.direction);
s.setBaseAndExtent($('c').firstChild, 2, $('a').firstChild, 1);
log(JSON.stringify(String(s)), s.anchorOffset, s.focusOffset, at(s.getRangeAt(0)), s.direction);
s.collapseToStart();
log(s.rangeCount, s.isCollapsed, show(s.focusNode), s.focusOffset);
s.selectAllChildren($('c'));
s.collapseToEnd();
log(show(s.focusNode), s.focusOffset);
s.selectAllChildren($('c'));
log(s.containsNode($('c').firstChild), s.containsNode($('a')), s.containsNode($('c')), s.containsNode($('c'), true));
s.deleteFromDocument();
log(host.innerHTML);
s.setPosition($('a'), 0);
log(s.rangeCount, s.type);
s.empty();
log(s.rangeCount, s.type);
s.removeAllRanges();
tell(() => s.collapseToStart());
tell(() => s.extend($('a'), 0));
s.collapse(null);
log(s.rangeCount);
tell(() => s.collapse($('a'), 9));
tell(() => new Selection());
document.addEventListener('selectionchange', () => log('selectionchange'));
s.collapse($('a'), 0);
s.collapse($('a'), 1);
log('sync');
