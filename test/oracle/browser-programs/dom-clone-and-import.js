const div = document.createElement('div');
div.id = 'x';
div.innerHTML = '<input value="a"><p>text<!--c--></p>';
div.addEventListener('click', () => console.log('not copied'));
div.firstChild.value = 'typed';
div.expando = 1;
const shallow = div.cloneNode(),
  deep = div.cloneNode(true);
console.log(
  shallow.outerHTML,
  deep.outerHTML,
  deep.firstChild.value,
  deep.expando,
  deep.parentNode,
  deep.isEqualNode(div),
  shallow.isEqualNode(div),
  deep === div,
  div.isSameNode(div),
);
deep.click();
const imported = document.importNode(div, true);
console.log(imported.outerHTML, imported.ownerDocument === document);
const other = new Document();
console.log(other.documentElement, other.nodeType);
document.body.append(deep);
console.log(document.adoptNode(deep) === deep, deep.parentNode);
console.log(
  document.body.compareDocumentPosition(document.head),
  document.compareDocumentPosition(document.body),
  document.body.getRootNode() === document,
  div.getRootNode() === div,
  div.ownerDocument === document,
  document.ownerDocument,
  document.parentNode,
  document.defaultView === window,
);
