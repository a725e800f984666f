// Ranges: what they hold, take out, put in, and how they follow the tree.
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
set();
const r = document.createRange();
log(
  at(r),
  String(r) === '',
  r.collapsed,
  show(r.commonAncestorContainer),
  Object.prototype.toString.call(r),
  r instanceof AbstractRange,
);
r.setStart($('a').firstChild, 1);
log(at(r));
r.setEnd($('c').firstChild, 3);
log(at(r), String(r), show(r.commonAncestorContainer));
log(html(r.cloneContents()));
log(host.innerHTML);
const c = r.cloneRange();
log(at(c));
log(html(r.extractContents()));
log(host.innerHTML, at(r), at(c));
set();
r.selectNode($('b'));
log(at(r), String(r));
r.selectNodeContents($('a'));
log(at(r), String(r));
r.collapse();
log(at(r));
r.collapse(true);
log(at(r));
r.selectNodeContents(host);
r.deleteContents();
log(JSON.stringify(host.innerHTML), at(r));
set();
r.setStart($('a').firstChild, 2);
r.setEnd($('b').firstChild, 1);
r.deleteContents();
log(host.innerHTML, at(r));
set();
r.setStartBefore($('b'));
r.setEndAfter($('b'));
const em = document.createElement('em');
r.surroundContents(em);
log(host.innerHTML, at(r));
set();
r.setStart($('a').firstChild, 1);
r.setEnd($('a').firstChild, 2);
r.surroundContents(document.createElement('u'));
log(host.innerHTML, at(r));
set();
r.setStart($('a').firstChild, 1);
r.collapse(true);
r.insertNode(document.createElement('hr'));
log(host.innerHTML, at(r));
set();
r.setStart($('a'), 1);
r.collapse(true);
r.insertNode(document.createTextNode('new'));
log(host.innerHTML, at(r));
set();
r.setStartAfter($('a'));
r.setEndBefore($('c'));
log(at(r));
tell(() => r.setStart($('a').firstChild, 10));
tell(() => r.setEnd($('a'), 3));
tell(() => r.setStart(null, 0));
tell(() => r.selectNode(document));
tell(() => r.setStart($('a')));
tell(() => {
  r.setStart($('a').firstChild, 1);
  r.setEnd($('b').firstChild, 1);
  r.surroundContents(document.createElement('s'));
});
tell(() => r.setStartBefore(document.createElement('x')));
r.setStart($('c'), 0);
log(at(r));
r.setEnd($('a'), 0);
log(at(r));
const one = document.createRange(),
  two = document.createRange();
one.selectNode($('a'));
two.selectNode($('b'));
log(
  one.compareBoundaryPoints(Range.START_TO_START, two),
  one.compareBoundaryPoints(Range.START_TO_END, two),
  one.compareBoundaryPoints(Range.END_TO_END, two),
  one.compareBoundaryPoints(Range.END_TO_START, two),
  Range.END_TO_START,
);
tell(() => one.compareBoundaryPoints(5, two));
const far = document.createRange();
far.selectNodeContents(document.createElement('q'));
tell(() => one.compareBoundaryPoints(0, far));
log(
  one.intersectsNode($('b')),
  one.intersectsNode($('c')),
  one.isPointInRange($('b'), 0),
  one.isPointInRange($('c'), 0),
  one.comparePoint($('b'), 0),
  one.comparePoint($('c'), 0),
  one.comparePoint(host, 0),
);
tell(() => one.comparePoint(document.createElement('q'), 0));
log(html(one.createContextualFragment('<li>x</li><script>console.log("contextual")</' + 'script>')));
document.body.append(one.createContextualFragment('<script>console.log("contextual runs")</' + 'script>'));
log(at(new Range()));
// live
set();
r.setStart($('a').firstChild, 1);
r.setEnd($('c').firstChild, 3);
$('a').firstChild.insertData(0, 'zz');
log(at(r));
$('a').firstChild.deleteData(0, 4);
log(at(r));
$('c').firstChild.data = 'q';
log(at(r));
set();
r.setStart(host, 1);
r.setEnd(host, 3);
host.prepend('k');
log(at(r));
host.firstChild.remove();
log(at(r));
$('c').remove();
log(at(r));
host.append('z');
log(at(r));
host.innerHTML = '';
log(at(r));
set();
r.setStart($('b').firstChild, 1);
r.setEnd($('b').firstChild, 2);
$('a').remove();
log(at(r));
set();
const t = $('c').firstChild;
r.setStart(t, 1);
r.setEnd(t, 4);
const rest = t.splitText(2);
log(at(r));
$('c').normalize();
log(at(r));
r.detach();
log(at(r));
