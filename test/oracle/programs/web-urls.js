// URL and URLSearchParams.
const url = new URL('../c?x=1&y=a+b#top', 'https://user:pw@Example.com:8080/a/b/');
console.log(url, [url], String(url), JSON.stringify({ url }), `${url}`);
console.log(url.searchParams, url.searchParams.entries(), url.searchParams.keys(), URL, URLSearchParams);
url.searchParams.append('é', '&=');
url.hash = '';
url.port = '443';
url.pathname = '/new path';
console.log(url.href, url.searchParams.size, url.searchParams.get('y'), url.searchParams.getAll('none'));
url.search = '?b=2&a=1&b=1';
url.searchParams.sort();
console.log(url.href, [...url.searchParams], url.searchParams.toString());
url.searchParams.delete('b', '1');
url.searchParams.set('c', '3');
console.log(url.search, url.searchParams.has('b'), url.searchParams.has('b', '1'));
url.protocol = 'ftp';
url.host = 'other.org:21';
url.username = 'me@';
console.log(url.href, url.origin);
console.log(new URL('mailto:a@b').origin, new URL('file:///c:/x').pathname, new URL('http://[::1]:80/').host);
console.log(URL.canParse('x'), URL.canParse('x', 'http://y'), URL.parse('x'), URL.parse('/z', 'http://y')?.href);
console.log(new URLSearchParams({ a: 1, b: 'x y' }), new URLSearchParams([['a', 'b']]), new URLSearchParams('?q=%20+'));
console.log(new URLSearchParams(new Map([['m', '1']])).toString(), new URLSearchParams(new URLSearchParams('a=1')).size);
const long = new URLSearchParams(Array.from({ length: 9 }, (_, n) => [`key ${n}`, `value ${n}`]));
console.log(long, { long });
long.forEach((value, key, whole) => whole === long && key.endsWith('3') && console.log(key, value));
const attempts = [
  () => new URL(),
  () => new URL('x'),
  () => new URL('x', 'y'),
  () => new URL(Symbol('s')),
  () => (url.href = 'foo'),
  () => new URLSearchParams([1]),
  () => new URLSearchParams([[1]]),
  () => new URLSearchParams({ [Symbol.iterator]: 5 }),
  () => url.searchParams.append('a'),
  () => url.searchParams.forEach(),
  () => URL(),
];
for (const attempt of attempts) {
  try {
    console.log('no error', attempt());
  } catch (error) {
    console.log(String(attempt), error.name, error.code, error.message, Object.keys(error).join(), error.input, error.base);
  }
}
for (const Class of [URL, URLSearchParams])
  for (const [key, { enumerable, configurable, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(Class.prototype)))
    console.log(key, enumerable, configurable, get?.name, set?.name);
const entries = new URLSearchParams('a=1&b=2').entries();
console.log(entries.next(), entries, Object.prototype.toString.call(entries), [...entries], entries.next());
class Address extends URL {
  get secure() {
    return this.protocol === 'https:';
  }
}
console.log(new Address('https://a.b/').secure, new Address('https://a.b/') instanceof URL, new Address('https://a.b/'));
