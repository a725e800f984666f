const div = document.createElement('div');
const show = (r) =>
  `${r.type} ${r.target.nodeName} +${[...r.addedNodes].map((n) => n.nodeName)} -${[...r.removedNodes].map((n) => n.nodeName)} ${r.attributeName} ${r.oldValue} ${r.previousSibling?.nodeName} ${r.nextSibling?.nodeName}`;
const observer = new MutationObserver((records, self) => {
  console.log('callback', records.length, self === observer);
  for (const r of records) console.log(show(r));
});
observer.observe(div, {
  childList: true,
  attributes: true,
  characterData: true,
  subtree: true,
  attributeOldValue: true,
  characterDataOldValue: true,
});
div.append('text', document.createElement('p'));
div.setAttribute('a', 1);
div.setAttribute('a', 2);
div.firstChild.data = 'changed';
div.lastChild.append('in');
div.firstChild.remove();
div.innerHTML = '<b>x</b><i>y</i>';
div.removeAttribute('a');
div.removeAttribute('a');
div.className = 'c';
div.textContent = '';
Promise.resolve().then(() => console.log('a promise behind'));
queueMicrotask(() => {
  div.id = 'again';
  console.log('changed again');
});
console.log('script over');
setTimeout(() => {
  div.id = 'taken';
  const taken = observer.takeRecords();
  console.log('taken', taken.length, show(taken[0]));
  div.id = 'lost';
  observer.disconnect();
  div.id = 'unseen';
  const filtered = new MutationObserver((r) =>
    console.log('filtered', r.map((x) => x.attributeName).join(), r[0].oldValue),
  );
  filtered.observe(div, { attributeFilter: ['b'] });
  div.setAttribute('a', 1);
  div.setAttribute('b', 1);
});
