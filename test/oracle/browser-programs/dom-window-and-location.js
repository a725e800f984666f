console.log(
  window === self,
  window === globalThis,
  window.window === window,
  window.document === document,
  typeof window.addEventListener,
  window instanceof Window,
  String(window),
  window.top === window,
  window.parent === window,
  window.length === undefined || window.length,
);
console.log(
  location.protocol,
  location.hostname,
  location.pathname,
  location.search === '',
  location.hash === '',
  location.href === document.URL,
  String(location) === location.href,
  location.origin === origin,
  document.location === location,
);
addEventListener('hashchange', (e) =>
  console.log('hashchange', new URL(e.oldURL).hash, new URL(e.newURL).hash, location.hash),
);
addEventListener('popstate', (e) => console.log('popstate', JSON.stringify(e.state), location.hash));
location.hash = 'one';
console.log(location.hash, history.length);
history.pushState({ n: 1 }, '', '?q=2');
console.log(location.search, JSON.stringify(history.state), history.length);
history.replaceState({ n: 2 }, '', '#r');
console.log(location.href.split('/').pop(), history.state.n);
setTimeout(() => history.back(), 50);
document.title = '  a   b ';
console.log(document.title, document.head.innerHTML, document.cookie === '');
document.cookie = 'a=1';
document.cookie = 'b=2; path=/';
document.cookie = 'a=3';
console.log(document.cookie);
document.cookie = 'b=; max-age=0';
console.log(
  document.cookie,
  typeof navigator.userAgent,
  navigator.onLine,
  navigator.language,
  document.hidden,
  document.visibilityState,
  document.hasFocus(),
  matchMedia('(min-width: 1px)').matches,
  matchMedia('(max-width: 1px)').matches,
  screen.width > 0,
);
