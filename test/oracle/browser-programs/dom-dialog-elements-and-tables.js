document.body.innerHTML =
  '<table id="t"><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><details id="d"><summary>s</summary>x</details><progress id="p" value="3" max="10"></progress>';
const t = document.getElementById('t');
console.log(
  t.rows.length,
  t.tBodies.length,
  t.rows[1].cells.length,
  t.rows[1].rowIndex,
  t.tHead.rows.length,
  t.rows[1].cells[1].cellIndex,
);
const row = t.insertRow();
row.insertCell().textContent = 'n';
t.insertRow(1).append(document.createElement('td'));
console.log(t.innerHTML);
t.deleteRow(0);
console.log(t.rows.length);
const d = document.getElementById('d');
console.log(d.open);
d.addEventListener('toggle', () => console.log('toggle', d.open));
d.querySelector('summary').click();
console.log(d.open, d.outerHTML);
const p = document.getElementById('p');
console.log(p.value, p.max, p.position);
const o = document.createElement('output');
o.value = 'v';
console.log(o.outerHTML);
const c = document.createElement('canvas');
console.log(
  c.width,
  c.height,
  c.getContext('2d') === c.getContext('2d'),
  c.getContext('2d').canvas === c,
  c.getContext('2d').fillStyle,
);
c.width = 10;
console.log(c.outerHTML);
