document.body.insertAdjacentHTML(
  'beforeend',
  `<section id="s" class="a b"><h1 title="Hello">H</h1><p class="x">1</p><p class="x y" data-k="v">2</p><p>3</p><ul><li>a</li><li class="on">b</li><li>c</li></ul><form><input type="checkbox" checked><input disabled name="n"><select><option>1<option selected>2</select></form></section>`,
);
const root = document.getElementById('s');
for (const selector of [
  'p',
  '.x',
  '.x.y',
  '#s',
  'p.y',
  'section p',
  'section > p',
  'h1 + p',
  'h1 ~ p',
  '[data-k]',
  '[data-k=v]',
  '[title^=He]',
  '[title$=lo]',
  '[title*=ell]',
  'li:first-child',
  'li:last-child',
  'li:nth-child(2)',
  'li:nth-child(odd)',
  'li:nth-of-type(2n+1)',
  'p:not(.x)',
  ':is(h1, li.on)',
  ':where(h1)',
  'section:has(li.on)',
  'input:checked',
  'input:disabled',
  'input:enabled',
  'option:checked',
  'li:only-child',
  'p:empty',
  '*',
  'h1, p',
  'P',
  '[type=CHECKBOX]',
  'section :scope',
  ':root',
  'body #s li.on',
  'ul > :nth-last-child(1)',
  'p:nth-child(2 of .x)',
  'a:link',
  ':first-child',
])
  try {
    console.log(
      selector,
      document.querySelectorAll(selector).length,
      root.querySelectorAll(selector).length,
      root.querySelector(selector)?.tagName,
      root.matches(selector),
    );
  } catch (error) {
    console.log(selector, error.name);
  }
const on = root.querySelector('.on');
console.log(
  on.closest('section').id,
  on.closest('li') === on,
  on.closest('table'),
  on.closest('.a.b').id,
  [...root.querySelectorAll('h1, p, li')].map((e) => e.textContent).join(),
);
console.log(
  root.querySelectorAll(':scope > p').length,
  [...root.querySelectorAll('li')].findIndex((e) => e.matches('.on')),
);
const list = root.querySelectorAll('li');
console.log(
  list.length,
  list[1] === on,
  list.item(2).textContent,
  list.item(7),
  [...list.keys()].join(),
  typeof list.forEach,
  Array.isArray(list),
  list instanceof NodeList,
  String(list),
);
root.querySelector('ul').append(document.createElement('li'));
console.log(list.length, root.getElementsByTagName('li').length);
