// When a fetch resolves among timers, microtasks and other fetches.
const start = (name) => console.log(name);
start('script');
setTimeout(() => console.log('timeout 0'), 0);
setTimeout(() => console.log('timeout 100'), 100);
setTimeout(() => console.log('timeout 300'), 300);
fetch('/slow')
  .then((response) => {
    console.log(
      'slow',
      response.status,
      response.ok,
      response.url,
      response.type,
      response.redirected,
      response.statusText,
    );
    queueMicrotask(() => console.log('microtask of slow'));
    return response.text();
  })
  .then((text) => console.log('text of slow', text))
  .finally(() => console.log('slow is over'));
fetch('/quick').then(async (response) => {
  console.log('quick', response.headers.get('content-type'), response.bodyUsed);
  const reading = response.json();
  console.log('used', response.bodyUsed);
  const value = await reading;
  console.log('json of quick', JSON.stringify(value));
  try {
    await response.text();
  } catch (error) {
    console.log(error.name, error.message);
  }
});
const asked = fetch('/missing');
console.log(asked instanceof Promise, Object.prototype.toString.call(asked));
asked.then(async (response) => {
  console.log('missing', response.status, response.ok, response.statusText);
  console.log(await response.text());
});
Promise.resolve().then(() => console.log('microtask'));
console.log('end of script');
