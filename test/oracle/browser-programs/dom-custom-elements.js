document.body.innerHTML = '<x-early name="a"></x-early>';
class Early extends HTMLElement {
  static observedAttributes = ['name'];
  constructor() {
    super();
    console.log('constructor', this.tagName, this.isConnected, this.getAttribute('name'));
  }
  connectedCallback() {
    console.log('connected', this.isConnected);
  }
  disconnectedCallback() {
    console.log('disconnected', this.isConnected);
  }
  attributeChangedCallback(...args) {
    console.log('attribute', args.slice(0, 3).join());
  }
}
console.log(document.body.firstChild instanceof Early, customElements.get('x-early'));
customElements.whenDefined('x-early').then((c) => console.log('defined', c === Early));
customElements.define('x-early', Early);
const early = document.body.firstChild;
console.log(early instanceof Early, customElements.get('x-early') === Early);
early.setAttribute('name', 'b');
early.setAttribute('other', 1);
early.remove();
document.body.append(early);
const made = document.createElement('x-early');
console.log(made instanceof Early, made.outerHTML);
const direct = new Early();
direct.setAttribute('name', 'n');
document.body.append(direct);
document.body.insertAdjacentHTML('beforeend', '<x-early name="z"></x-early>');
direct.replaceWith('gone');
const attempt = (run) => {
  try {
    console.log(String(run()));
  } catch (error) {
    console.log(error.name, error.message);
  }
};
attempt(() => customElements.define('x-early', class extends HTMLElement {}));
attempt(() => customElements.define('x-other', Early));
attempt(() => customElements.define('nodash', class extends HTMLElement {}));
attempt(() => customElements.define('x-y', 5));
attempt(() => new (class extends HTMLElement {})());
console.log(
  early.matches(':defined'),
  document.createElement('x-undefined').matches(':defined'),
  String(document.createElement('x-undefined')),
  String(document.createElement('blub')),
);
