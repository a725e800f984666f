const div = document.createElement('div');
const show = (html) => {
  div.innerHTML = html;
  console.log(div.innerHTML, div.childNodes.length, div.textContent);
};
show('<p>One<p>Two');
show('<b>a<i>b</b>c</i>');
show('<ul><li>1<li>2</ul>');
show('a &amp; b &lt; c &copy; &nbsp;d');
show('<table><tr><td>x</table>');
show('<br><img src=x><input disabled value="a&quot;b">');
show('<!-- comment --><script>console.log("never runs")</script>');
show('<textarea>\n<b>raw</b></textarea>');
show('<style>a > b {}</style>');
show('plain');
show('');
show('<div><span>unclosed');
show('</p>');
show('<SVG><Circle R=1 /></SVG>');
show('<template><p>in</p></template>');
show('<select><option>a<option selected>b</select>');
show("<a href='x' title=\"it's\">q</a>");
show('<custom-element foo>x</custom-element>');
div.innerHTML = '<p id=p>text</p>';
const p = div.firstChild;
p.outerHTML = '<h1>new</h1><h2>two</h2>';
console.log(div.innerHTML, p.parentNode);
div.firstChild.insertAdjacentHTML('afterend', '<i>after</i>');
div.insertAdjacentHTML('afterbegin', 'start');
div.insertAdjacentHTML('beforeend', '<b>end</b>');
div.lastChild.insertAdjacentText('beforebegin', '<raw>');
div.insertAdjacentElement('beforeend', document.createElement('hr'));
console.log(div.innerHTML);
div.textContent = '<b>not parsed</b> & more';
console.log(div.innerHTML, div.childNodes.length);
div.innerText = 'line one\nline two';
console.log(div.innerHTML);
div.innerHTML = null;
console.log(div.innerHTML === '', div.childNodes.length);
const template = document.createElement('template');
template.innerHTML = '<td>cell</td>';
console.log(
  template.content.childNodes.length,
  template.childNodes.length,
  template.content.firstChild.tagName,
  template.innerHTML,
  template.content.cloneNode(true).firstChild.outerHTML,
);
