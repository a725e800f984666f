const list = document.createElement('ul');
for (const word of ['one', 'two', 'three']) {
  const item = document.createElement('li');
  item.textContent = word;
  list.appendChild(item);
}
document.body.appendChild(list);
console.log(
  list.outerHTML,
  list.childElementCount,
  list.firstChild.textContent,
  list.lastElementChild.previousSibling.textContent,
);
list.insertBefore(list.lastChild, list.firstChild);
console.log(list.innerHTML);
const removed = list.removeChild(list.children[1]);
console.log(removed.textContent, removed.parentNode, removed.isConnected, list.isConnected);
list.replaceChild(document.createTextNode('text'), list.firstChild);
console.log(list.innerHTML, list.childNodes.length, list.children.length);
list.append('a', document.createElement('b'));
list.prepend('z');
list.firstElementChild.before('before');
list.lastElementChild.after('after', 'more');
console.log(list.innerHTML);
list.querySelector('b').replaceWith('B', document.createElement('i'));
console.log(list.innerHTML);
list.replaceChildren('only');
console.log(list.innerHTML);
list.remove();
console.log(document.body.contains(list));
console.log(
  list.nodeType,
  list.nodeName,
  list.firstChild.nodeType,
  list.firstChild.nodeName,
  document.nodeType,
  document.nodeName,
  document.createComment('c').nodeName,
  document.createDocumentFragment().nodeName,
);
console.log(
  document.documentElement.tagName,
  document.head.tagName,
  document.body.tagName,
  document.doctype.name,
  document.compatMode,
  document.contentType,
);
