const div = document.createElement('div');
const children = div.children,
  nodes = div.childNodes,
  items = div.getElementsByClassName('item'),
  paragraphs = div.getElementsByTagName('p');
console.log(
  children.length,
  nodes.length,
  items.length,
  paragraphs.length,
  children === div.children,
  nodes === div.childNodes,
);
div.innerHTML = '<p class="item" id="one">1</p>text<p name="two">2</p><span class="item big">3</span>';
console.log(
  children.length,
  nodes.length,
  items.length,
  paragraphs.length,
  children[0].id,
  children.one === children[0],
  children.namedItem('two').textContent,
  children.item(5),
  children['two'].tagName,
  'one' in children,
  5 in children,
  children[9],
  Object.keys(children).join(),
  Object.getOwnPropertyNames(nodes).join(),
);
div.firstChild.remove();
console.log(
  children.length,
  nodes.length,
  items.length,
  nodes[0].data,
  [...children].map((c) => c.tagName).join(),
  children instanceof HTMLCollection,
  String(children),
  String(nodes),
  Array.from(items, (e) => e.className).join('|'),
);
while (nodes.length) nodes[0].remove();
console.log(children.length, div.innerHTML === '');
for (let i = 0; i < 3; i++) document.body.append(document.createElement('em'));
const ems = document.getElementsByTagName('em');
let steps = 0;
for (const em of ems) {
  em.remove();
  steps++;
}
console.log(steps, ems.length);
console.log(
  document.forms.length,
  document.images.length,
  document.scripts.length,
  document.links.length,
  document.getElementsByName('q').length,
);
children.foo = 1;
console.log(
  children.foo,
  'length' in children,
  Array.prototype.map.call(nodes, (n) => n).length,
  typeof children.forEach,
  typeof nodes.forEach,
);
