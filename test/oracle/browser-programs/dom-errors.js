const attempt = (run) => {
  try {
    console.log(String(run()));
  } catch (error) {
    console.log(error.name, error.message, error.code ?? '');
  }
};
const div = document.createElement('div'),
  span = document.createElement('span');
div.append(span);
attempt(() => span.appendChild(div));
attempt(() => div.appendChild());
attempt(() => div.appendChild('text'));
attempt(() => div.appendChild(null));
attempt(() => div.removeChild(document.body));
attempt(() => div.insertBefore(document.createElement('p'), document.body));
attempt(() => div.insertBefore(span));
attempt(() => div.replaceChild(document.createElement('p'), document.body));
attempt(() => document.appendChild(document.createElement('p')));
attempt(() => document.appendChild(document.createTextNode('t')));
attempt(() => document.createElement(''));
attempt(() => document.createElement('1a'));
attempt(() => document.createElement('a b'));
attempt(() => div.querySelector(''));
attempt(() => div.querySelectorAll('a['));
attempt(() => div.matches('::'));
attempt(() => div.closest('>'));
attempt(() => document.querySelector('..'));
attempt(() => div.setAttribute('a'));
attempt(() => div.setAttribute('', 'x'));
attempt(() => div.setAttribute('a b', 'x'));
attempt(() => div.classList.add(''));
attempt(() => div.classList.add('a b'));
attempt(() => div.classList.toggle('a\tb'));
attempt(() => div.insertAdjacentHTML('nowhere', 'x'));
attempt(() => div.insertAdjacentHTML('beforebegin', 'x'));
attempt(() => {
  div.outerHTML = '<p>';
  return div.parentNode;
});
attempt(() => new Node());
attempt(() => new HTMLElement());
attempt(() => new HTMLDivElement());
attempt(() => new Element());
attempt(() => HTMLElement());
attempt(() => new Text('x').data);
attempt(() => new Comment('y').data);
attempt(() => new DocumentFragment().childNodes.length);
attempt(() => Node.prototype.appendChild.call({}, div));
attempt(() => Element.prototype.id);
attempt(() => document.getElementById());
attempt(() => document.createTextNode());
attempt(() => {
  div.dataset['a-b'] = 1;
});
attempt(() => div.attachShadow());
attempt(() => document.createEvent('Nope'));
attempt(() => new MutationObserver());
attempt(() => new MutationObserver(() => {}).observe(div));
attempt(() => new MutationObserver(() => {}).observe(div, {}));
attempt(() => div.cloneNode(true).isEqualNode(div));
attempt(() => div.contains(null));
attempt(() => div.contains(span));
attempt(() => div.compareDocumentPosition(span));
attempt(() => span.compareDocumentPosition(div));
