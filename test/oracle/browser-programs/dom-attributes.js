const element = document.createElement('DIV');
element.setAttribute('Title', 'T');
element.id = 'x';
element.className = 'a b';
element.hidden = true;
element.tabIndex = 3;
element.lang = 'de';
console.log(
  element.outerHTML,
  element.getAttribute('TITLE'),
  element.title,
  element.getAttribute('nope'),
  element.hasAttribute('hidden'),
  element.getAttributeNames().join(),
);
element.hidden = false;
element.removeAttribute('lang');
element.toggleAttribute('open');
console.log(
  element.toggleAttribute('open'),
  element.toggleAttribute('open', true),
  element.outerHTML,
  element.attributes.length,
  element.attributes[0].name,
  element.attributes.id.value,
  element.attributes.getNamedItem('class').value,
);
element.classList.add('c', 'd', 'a');
element.classList.remove('b');
console.log(
  element.className,
  element.classList.contains('c'),
  element.classList.toggle('c'),
  element.classList.toggle('c', true),
  element.classList.replace('c', 'e'),
  element.classList.length,
  element.classList[0],
  element.classList.item(9),
  element.classList.value,
  String(element.classList),
  [...element.classList].join('-'),
);
element.classList = 'new list';
console.log(element.className);
element.dataset.userName = 'u';
element.dataset.id = 5;
console.log(
  element.getAttribute('data-user-name'),
  element.dataset.id,
  'userName' in element.dataset,
  element.dataset.nope,
  Object.keys(element.dataset).join(),
  JSON.stringify(element.dataset),
);
delete element.dataset.id;
console.log(element.hasAttribute('data-id'));
const input = document.createElement('input');
input.setAttribute('value', 'first');
console.log(input.value, input.defaultValue);
input.value = 'typed';
input.setAttribute('value', 'second');
console.log(
  input.value,
  input.defaultValue,
  input.getAttribute('value'),
  input.type,
  input.disabled,
  input.maxLength,
  input.name === '',
);
input.type = 'CHECKBOX';
console.log(input.type, input.value, input.checked);
const link = document.createElement('a');
link.href = '/path?q=1#h';
console.log(link.href, link.getAttribute('href'), link.pathname, link.search, link.hash, link.host, String(link));
const image = new Image(10, 20);
image.alt = 'alt';
console.log(image.outerHTML, image.width, image.tagName);
const label = document.createElement('label');
label.htmlFor = 'y';
console.log(label.outerHTML);
const td = document.createElement('td');
td.colSpan = 2;
console.log(td.outerHTML, td.rowSpan);
element.style.color = 'red';
element.style.backgroundColor = 'blue';
element.style.setProperty('--x', '1');
console.log(
  element.getAttribute('style'),
  element.style.color,
  element.style.length,
  element.style.getPropertyValue('--x'),
  element.style[0],
);
element.style.removeProperty('color');
console.log(element.style.cssText);
element.style.cssText = 'top: 1px; left: 2px';
console.log(element.getAttribute('style'), element.style.left);
element.style.top = '';
console.log(element.getAttribute('style'));
