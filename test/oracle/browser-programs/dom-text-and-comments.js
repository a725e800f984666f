const text = document.createTextNode('hello world');
const div = document.createElement('div');
div.append(text);
const rest = text.splitText(5);
console.log(text.data, rest.data, div.childNodes.length, text.wholeText, text.length);
div.normalize();
console.log(div.childNodes.length, div.textContent);
text.appendData('!');
text.insertData(0, '> ');
text.deleteData(0, 1);
text.replaceData(0, 2, 'H');
console.log(text.data, text.substringData(0, 3), text.nodeValue);
text.nodeValue = 'new';
console.log(div.innerHTML, text.nextSibling, text.parentElement === div, text.nodeName);
const comment = document.createComment(' c ');
div.prepend(comment);
console.log(
  div.innerHTML,
  comment.data,
  div.textContent,
  comment.nodeType,
  comment.nextSibling === text,
  text.previousElementSibling,
  comment instanceof CharacterData,
);
comment.textContent = 'x';
comment.replaceWith('y', 'z');
console.log(div.innerHTML, div.childNodes.length);
const fragment = document.createDocumentFragment();
fragment.append('a', document.createElement('b'));
console.log(fragment.childNodes.length, fragment.querySelector('b').tagName);
div.append(fragment);
console.log(fragment.childNodes.length, div.innerHTML, fragment.textContent === '', div.hasChildNodes());
