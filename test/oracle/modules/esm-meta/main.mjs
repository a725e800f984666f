const shorten = (text) => text.replaceAll(import.meta.dirname, '.');
for (const [key, value] of Object.entries(import.meta)) console.log(key, typeof value === 'string' ? shorten(value) : value);
console.log(import.meta === import.meta, Object.getPrototypeOf(import.meta), (() => import.meta)() === import.meta);
for (const x of ['./a.mjs', '../up.js', 'node:util', 'util', 'file:///x/../y.mjs', './a%20b.mjs?query#hash', 'https://x.y/z'])
  console.log(x, shorten(import.meta.resolve(x)));
try {
  import.meta.resolve('no-such-package');
} catch (error) {
  console.log(error.code, shorten(error.message));
}
import('./other.mjs?version=2').then((ns) => console.log(ns.url, ns.count));
import('./other.mjs').then((ns) => console.log(ns.url, ns.main));
import.meta.own = 1;
console.log(import.meta.own);
