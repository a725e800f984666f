class Store extends EventTarget {
  #items = [];
  get size() {
    return this.#items.length;
  }
  add(item) {
    this.#items.push(item);
    return this.dispatchEvent(new CustomEvent('added', { detail: item, cancelable: true }));
  }
}
class ItemEvent extends Event {
  constructor(item) {
    super('item', { bubbles: true });
    this.item = item;
  }
  get shout() {
    return this.item.toUpperCase();
  }
}
const store = new Store();
store.addEventListener('added', (e) => {
  console.log(e.detail, e.target === store, e.target.size);
  if (e.detail === 'bad') e.preventDefault();
});
console.log(store.add('good'), store.add('bad'));
store.addEventListener('item', (e) =>
  console.log(e.item, e.shout, e instanceof ItemEvent, e.constructor.name, String(e)),
);
store.dispatchEvent(new ItemEvent('thing'));
console.log(store instanceof Store, store instanceof EventTarget, String(store), Object.keys(store).length);
const once = new Promise((resolve) => store.addEventListener('ready', resolve, { once: true }));
once.then((e) => console.log('ready', e.type, e.currentTarget));
store.dispatchEvent(new Event('ready'));
console.log('dispatched');
const bag = Object.create(EventTarget.prototype);
try {
  bag.addEventListener('a', () => {});
} catch (error) {
  console.log(error.name, error.message);
}
