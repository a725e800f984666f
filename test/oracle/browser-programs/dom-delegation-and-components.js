document.body.innerHTML = '<ul id="todo"></ul><form id="add"><input name="text"></form>';
const list = document.querySelector('#todo'),
  form = document.querySelector('#add');
const state = [];
function render() {
  list.replaceChildren(
    ...state.map((text, index) => {
      const item = document.createElement('li');
      item.dataset.index = index;
      item.innerHTML = `<span>${text}</span><button class="remove">x</button>`;
      return item;
    }),
  );
  console.log(list.innerHTML, list.querySelectorAll('button').length);
}
form.addEventListener('submit', (e) => {
  e.preventDefault();
  state.push(form.elements.text.value);
  form.reset();
  render();
});
list.addEventListener('click', ({ target }) => {
  if (!target.matches('.remove')) return console.log('elsewhere', target.tagName);
  state.splice(Number(target.closest('li').dataset.index), 1);
  render();
});
for (const word of ['milk', 'eggs', 'tea']) {
  form.elements.text.value = word;
  form.requestSubmit();
}
list.querySelectorAll('.remove')[1].click();
list.querySelector('span').click();
console.log(state.join(), form.elements.text.value === '');
