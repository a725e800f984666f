document.body.innerHTML =
  '<form id="f"><input name="a" value="1"><input name="q" required><input type="checkbox" name="k" checked><select name="s"><option value="x">X</option><option selected>Y</option></select><textarea name="t">text</textarea><button id="b" name="go" value="v">Go</button><button type="reset" id="r">R</button><button type="button" id="n">N</button></form>';
const $ = (id) => document.getElementById(id);
const f = $('f');
f.addEventListener('submit', (e) => {
  e.preventDefault();
  console.log('submit', e.submitter?.id, e.cancelable, e.bubbles, e.constructor.name);
});
f.addEventListener('reset', (e) => console.log('reset', e.cancelable));
f.addEventListener('invalid', (e) => console.log('invalid', e.target.name, e.bubbles), true);
$('b').click();
f.elements.q.value = 'now';
$('b').click();
$('n').click();
f.requestSubmit();
console.log(
  f.elements.length,
  f.length,
  f.elements.a.value,
  f.elements[1].name,
  f.elements.s.value,
  f.elements.s.selectedIndex,
  f.elements.t.value,
  f.elements.k.checked,
  $('b').form === f,
  f.checkValidity(),
  f.method,
);
f.elements.a.value = 'changed';
f.elements.t.value = 'other';
f.elements.k.checked = false;
f.elements.s.value = 'x';
$('r').click();
console.log(
  f.elements.a.value,
  f.elements.t.value,
  f.elements.k.checked,
  f.elements.s.value,
  f.elements.q.value === '',
);
const s = f.elements.s;
console.log(
  s.options.length,
  s.options[0].value,
  s.options[1].value,
  s.options[1].text,
  s.type,
  s.selectedOptions[0].index,
);
s.selectedIndex = 0;
console.log(s.value);
s.value = 'nope';
console.log(s.value === '', s.selectedIndex);
s.add(new Option('Z', 'z', false, true));
console.log(s.value, s.length, s.innerHTML);
const q = f.elements.q;
console.log(q.validity.valueMissing, q.validity.valid, q.willValidate);
q.setCustomValidity('bad');
q.value = 'x';
console.log(q.validity.customError, q.validationMessage, q.checkValidity());
q.setCustomValidity('');
console.log(q.checkValidity());
const n = document.createElement('input');
n.type = 'number';
n.min = '1';
n.value = 'abc';
console.log(n.value === '');
n.value = '0';
console.log(n.value, n.valueAsNumber, n.validity.rangeUnderflow);
n.stepUp();
console.log(n.value);
