const b = document.createElement('button');
document.body.append(b);
console.log(b.onclick, typeof b.onclick, 'onclick' in b, window.onload, document.onclick);
b.addEventListener('click', () => console.log('first'));
b.onclick = function (e) {
  console.log('handler', this === b, e.type, window.event === e);
  return false;
};
b.addEventListener('click', (e) => console.log('third', e.defaultPrevented));
b.click();
b.onclick = () => console.log('replaced, same place');
b.click();
b.onclick = null;
console.log('-- none');
b.click();
b.onclick = () => console.log('again, at the end');
b.click();
console.log(window.event);
b.onclick = 5;
console.log(b.onclick);
b.onclick = { handleEvent() {} };
console.log(typeof b.onclick);
document.body.insertAdjacentHTML(
  'beforeend',
  '<i onclick="console.log(\'attribute\', this.tagName, event.type)">i</i>',
);
const i = document.body.lastChild;
i.click();
console.log(typeof i.onclick);
i.setAttribute('onclick', 'console.log("changed")');
i.click();
i.removeAttribute('onclick');
i.click();
console.log(i.onclick);
