// The older functions of url.
const url = require('url');
for (const text of ['http://user:pass@host.com:8080/p/a/t/h?query=string#hash', 'https://example.com', 'http://example.com?x=1', '/path/only?a=b', 'relative/path', 'mailto:a@b.c', 'HTTP://USER@EXAMPLE.com/A b', '//host/path', 'javascript:alert(1)', 'file:///etc/passwd', 'http://[::1]:3000/x', 'x://y/z', '?q', '#h', ''])
  console.log(url.parse(text), url.parse(text).format());
console.log(url.parse('/a?b=c&d=e', true).query, url.parse('http://a.com/', true).query);
console.log(url.parse('//host/path', false, true).host);
for (const [from, to] of [['/one/two/three', 'four'], ['http://example.com/', '/one'], ['http://example.com/one', '/two'], ['http://a.com/b/c/d', '../e'], ['http://a.com/b/c/d', './e/'], ['http://a.com/b/c/d?x', '?y'], ['http://a.com/b', '#h'], ['http://a.com/b', '//c.com/d'], ['http://a.com/b', 'https://c.com'], ['/a/b/c', '..'], ['/a/b/c', '../../../x'], ['a/b', '../../../c'], ['http://a.com', '']])
  console.log(from, to, url.resolve(from, to));
console.log(url.format({ protocol: 'https', hostname: 'example.com', port: 8080, pathname: 'some/path', query: { page: 1, format: 'json' }, hash: 'top' }));
console.log(url.format({ host: 'x.y', pathname: '/a?b#c' }), url.format({ protocol: 'mailto:', pathname: 'a@b' }), url.format('http://a.com/x y'));
try { url.parse(1); } catch (error) { console.log(error.message); }
try { url.format(1); } catch (error) { console.log(error.message); }
console.log(Object.keys(url));
