document.body.innerHTML = '<input id="a"><input id="b"><div id="d"></div><div id="t" tabindex="0"></div>';
const $ = (id) => document.getElementById(id);
for (const id of ['a', 'b', 't'])
  for (const type of ['focus', 'blur', 'focusin', 'focusout'])
    $(id).addEventListener(type, (e) => console.log(id, type, e.bubbles, e.relatedTarget?.id));
console.log(document.activeElement.tagName);
$('a').focus();
console.log(document.activeElement.id);
$('b').focus();
$('b').focus();
$('d').focus();
console.log(document.activeElement.id);
$('t').focus();
$('t').blur();
console.log(document.activeElement.tagName, document.hasFocus());
$('a').focus();
$('a').remove();
console.log(document.activeElement.tagName);
