// A window posts to itself.
addEventListener('message', (event) => {
  console.log(
    event.data,
    event.origin === 'http://localhost',
    event.source === window,
    event.ports.length,
    event.target === window,
  );
});
postMessage('without');
postMessage('any', '*');
postMessage('own', '/');
postMessage('same', 'http://localhost/some/path');
postMessage('other', 'http://elsewhere.test');
postMessage('options', { targetOrigin: '*' });
console.log('script');
