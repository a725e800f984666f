// document.implementation and XMLSerializer.
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
const made = document.implementation.createHTMLDocument('T');
log(
  made.documentElement.outerHTML,
  made.title,
  String(made),
  made.readyState,
  made.defaultView,
  made.doctype.name,
  made.URL,
  made.body.childNodes.length,
);
log(
  document.implementation.createHTMLDocument().documentElement.outerHTML,
  document.implementation === document.implementation,
  String(document.implementation),
  document.implementation.hasFeature(),
);
const dt = document.implementation.createDocumentType('html', 'p', 's');
log(dt.name, dt.publicId, dt.systemId, dt.ownerDocument === document);
log(new XMLSerializer().serializeToString(root));
const x = document.createElement('div');
x.innerHTML =
  '<br><img src="a&amp;b"><p title="&quot;<">a &amp; b &lt; &nbsp;<!--k--></p><svg viewBox="0"><path d="1"/></svg><input disabled><template><i>t</i></template><textarea></textarea><script>a<b</' +
  'script>';
log(new XMLSerializer().serializeToString(x));
log(
  new XMLSerializer().serializeToString(x.lastChild),
  new XMLSerializer().serializeToString(document.createTextNode('a<b&c>"')),
  new XMLSerializer().serializeToString(document.createComment('x')),
);
log(new XMLSerializer().serializeToString(made));
const fr = document.createDocumentFragment();
fr.append('a', document.createElement('hr'));
log(new XMLSerializer().serializeToString(fr), String(new XMLSerializer()));
tell(() => new XMLSerializer().serializeToString({}));
tell(() => XMLSerializer());
log(
  new XMLSerializer().serializeToString(document.createElementNS('http://www.w3.org/2000/svg', 'svg')),
  new XMLSerializer().serializeToString(document.createElementNS(null, 'r')),
  new XMLSerializer().serializeToString(document.createElementNS('urn:x', 'p:r')),
);
