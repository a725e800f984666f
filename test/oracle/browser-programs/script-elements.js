// Script elements that a program makes run when they come into the page.
const log = (...a) => console.log(...a);
log('current', document.currentScript?.tagName, document.currentScript?.getAttribute('src'));
Promise.resolve().then(() => log('micro current', document.currentScript?.tagName));
setTimeout(() => log('timer current', document.currentScript));
const make = (text, set) => {
  const s = document.createElement('script');
  s.textContent = text;
  set?.(s);
  return s;
};
const s = make('globalThis.zz=5; console.log("inline ran", document.currentScript.id)', (s) => (s.id = 'one'));
document.body.append(s);
log(typeof zz, document.currentScript?.id);
s.remove();
document.body.append(s);
log('again nothing');
const copy = s.cloneNode(true);
document.body.append(copy);
log('clone of run nothing');
const fresh = make('console.log("fresh")');
const copy2 = fresh.cloneNode(true);
document.body.append(copy2, fresh);
const div = document.createElement('div');
div.innerHTML = '<script>console.log("innerHTML")</' + 'script>';
document.body.append(div);
log('innerHTML none');
document.body.append(div.firstChild.cloneNode(true));
for (const type of [
  'text/javascript',
  'application/json',
  'text/plain',
  'TEXT/JavaScript ',
  'application/ecmascript',
  'text/babel',
  '',
  'text/javascript; charset=utf-8',
  'text/jscript',
])
  document.body.append(make('console.log("type", ' + JSON.stringify(type) + ')', (s) => s.setAttribute('type', type)));
document.body.append(make('console.log("language")', (s) => s.setAttribute('language', 'vbscript')));
document.body.append(make('console.log("nomodule")', (s) => (s.noModule = true)));
window.onerror = (m, u, l) => {
  log('onerror', m, l);
};
document.body.append(make('null.x'));
log('after error');
document.body.append(make('syntax error here'));
log('after syntax');
document.body.append(make('let lexical = 7; var plain = 8; const c = 9; class K {}'));
log(lexical, plain, c, typeof K, 'lexical' in window, 'plain' in window);
document.body.append(
  make('Promise.resolve().then(() => console.log("micro of script")); console.log("sync of script")'),
);
log('sync after');
const empty = make('');
document.body.append(empty);
log('empty');
empty.textContent = 'console.log("filled later")';
log('filled');
const empty2 = make('');
document.body.append(empty2);
empty2.append('console.log("text ', 'in two")');
log('two');
const f = document.createDocumentFragment();
f.append(
  make('console.log("first", document.querySelector("#second") !== null)'),
  make('console.log("second", this === window)', (s) => (s.id = 'second')),
);
document.body.append(f);
const nest = document.createElement('section');
nest.append(make('console.log("nested")'));
log('before nest');
document.body.append(nest);
make('console.log("never")');
document.createElement('div').append(make('console.log("not connected")'));
const sh = document.createElement('div').attachShadow({ mode: 'open' });
document.body.append(sh.host);
sh.append(make('console.log("shadow", document.currentScript)'));
document.body.append(
  make(
    'document.body.append(Object.assign(document.createElement("script"), {textContent: "console.log(\'inner\', document.currentScript.parentNode.tagName)"})); console.log("outer", document.currentScript.tagName)',
  ),
);
document.body.append(
  make('console.log("event for")', (s) => {
    s.setAttribute('event', 'onclick');
    s.setAttribute('for', 'window');
  }),
);
document.body.append(
  make('console.log("event for onload")', (s) => {
    s.setAttribute('event', 'onload()');
    s.setAttribute('for', 'window ');
  }),
);
const other = new DOMParser().parseFromString('', 'text/html');
other.body.append(make('console.log("other document")'));
const d = make('console.log("x", document.currentScript.isConnected)');
document.body.append(d);
document.body.replaceChildren(make('console.log("replaceChildren")'));
document.body.insertBefore(make('console.log("insertBefore")'), null);
document.body.replaceChild(make('console.log("replaceChild")'), document.body.firstChild);
document.body.insertAdjacentElement('beforeend', make('console.log("adjacent")'));
document.body.insertAdjacentHTML('beforeend', '<script>console.log("adjacentHTML")</' + 'script>');
log(
  document.createElement('script').async,
  Object.assign(document.createElement('script'), { async: false }).async,
  document.createElement('script').outerHTML,
);
const as = document.createElement('script');
as.async = true;
log(as.outerHTML);
as.async = false;
log(as.outerHTML, as.async);
as.setAttribute('async', '');
log(as.async);
log(
  as.type,
  as.text === '',
  as.src === '',
  as.defer,
  HTMLScriptElement.supports('classic'),
  HTMLScriptElement.supports('x'),
);
as.text = 'a<b';
log(as.outerHTML, as.innerHTML);
new MutationObserver((r) => log('records', r.length)).observe(document.body, { childList: true });
document.body.append(make('document.currentScript.remove(); console.log("removed itself")'));
log(document.scripts.length);
