const attempt = (run) => {
  try {
    console.log(run());
  } catch (error) {
    console.log(error.name, error.message, error.code);
  }
};
localStorage.clear();
console.log(localStorage.length, localStorage.getItem('a'), localStorage.a);
localStorage.setItem('a', 1);
localStorage.b = { x: 1 };
localStorage['c d'] = null;
console.log(
  localStorage.length,
  localStorage.getItem('a') === '1',
  localStorage.b,
  localStorage['c d'],
  'a' in localStorage,
  'z' in localStorage,
  Object.keys(localStorage).sort().join(),
  JSON.stringify(Object.entries(localStorage).sort()),
  String(localStorage),
  localStorage instanceof Storage,
  localStorage === window.localStorage,
  localStorage === sessionStorage,
);
delete localStorage.a;
localStorage.removeItem('nope');
console.log(localStorage.getItem('a'), localStorage.key(9), localStorage.length);
attempt(() => localStorage.setItem('only'));
attempt(() => localStorage.getItem());
attempt(() => localStorage.setItem('big', 'x'.repeat(6e6)));
console.log(localStorage.getItem('big'));
localStorage.clear();
sessionStorage.setItem('s', 'v');
console.log(localStorage.length, sessionStorage.s, sessionStorage.length);
localStorage.setItem('length', 'own');
console.log(localStorage.length, localStorage.getItem('length'));
localStorage.clear();
