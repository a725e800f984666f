document.body.innerHTML =
  '<input type="checkbox" id="c"><label for="c" id="l">label</label><input type="radio" name="r" id="r1" checked><input type="radio" name="r" id="r2"><button id="d" disabled>x</button>';
const $ = (id) => document.getElementById(id);
const c = $('c');
for (const type of ['click', 'input', 'change'])
  c.addEventListener(type, (e) =>
    console.log(type, c.checked, e.isTrusted, e.bubbles, e.cancelable, e.constructor.name),
  );
c.click();
c.addEventListener(
  'click',
  (e) => {
    e.preventDefault();
    console.log('prevented', c.checked);
  },
  { once: true },
);
c.click();
console.log(c.checked);
$('l').click();
console.log(c.checked);
$('r2').addEventListener('change', () => console.log('radio', $('r1').checked, $('r2').checked));
$('r2').click();
$('r2').click();
$('r1').checked = true;
console.log($('r1').checked, $('r2').checked);
$('d').addEventListener('click', () => console.log('never'));
$('d').click();
$('d').dispatchEvent(new MouseEvent('click'));
c.dispatchEvent(new Event('click'));
console.log(c.checked);
c.dispatchEvent(new MouseEvent('click'));
console.log(c.checked, c.indeterminate);
