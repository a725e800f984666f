// Proxies that are their own prototype: V8 follows a limited number of them.
const proxy = new Proxy({}, { getPrototypeOf: () => proxy });
const attempt = (name, ask) => {
  try {
    console.log(name, ask());
  } catch (error) {
    console.log(name, error.name, error.message);
  }
};
attempt('instanceof', () => proxy instanceof Object);
attempt('isPrototypeOf', () => Array.prototype.isPrototypeOf(proxy));
attempt('for-in', () => {
  for (const key in proxy) console.log(key);
});
attempt('in', () => 'x' in proxy);
attempt('of a child', () => Object.create(proxy).x);
