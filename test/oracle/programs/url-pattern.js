// URLPattern: what patterns mean and find, in a table.
const names = ['protocol', 'username', 'password', 'hostname', 'port', 'pathname', 'search', 'hash'];
const show = (...args) => {
  try {
    const p = new URLPattern(...args);
    console.log(JSON.stringify(args), '->', names.map((n) => p[n]).join(' | '), p.hasRegExpGroups);
    return p;
  } catch (e) {
    console.log(JSON.stringify(args), '->', e.name, e.code, e.message);
  }
};
const patterns = [
  ['https://example.com'], ['https://example.com/'], ['https://example.com/books/:id'], ['https://example.com/books/:id(\\d+)'], ['https://*.example.com/*'],
  ['http{s}?://example.com/'], ['http{s}*://example.com/'], [':protocol://host/'], ['(https?)://host/'], ['*://host/x'], ['https://example.com:8080/'],
  ['https://example.com:443/'], ['http://example.com:80/a'], ['http://example.com:443/a'], ['https://:sub.example.com/:a/:b?'], ['https://u:p@h/'], ['https://u@h/'], ['https://:u\\::p@h/'],
  ['https://example.com/a?b=:c#d'], ['https://example.com/?q=*'], ['https://example.com?q'], ['https://example.com/#:frag'], ['https://example.com/a\\?b'], ['https://example.com/:a?'], ['https://example.com/*?x'], ['https://example.com/(a)?x'], ['https://example.com/{a}?x'], ['https://example.com/{:a}?x?y'],
  ['data\\:foo*'], ['data:foo'], ['data:*'], ['mailto:x'], ['about:blank'], ['file:///a/*'], ['file://host/a'], ['ws://a'], ['wss://a:443'], ['ftp://a:21/b'], ['foo://a.b:21/b/../c'], ['foo:/a'], ['foo:a/b'],
  ['https://[::1]/'], ['https://[\\:\\:1]/'], ['https://[\\:\\:AB]/:p'], ['https://{[\\:\\:1]}:8/'], ['https://EXAMPLE.com/A'], ['https://ex%41mple.com/%41'], ['https://münchen.de/ü'], ['https://例え.jp/:名'], ['https://a b/'],
  ['/foo', 'https://a.b/c/d'], ['foo', 'https://a.b/c/d'], ['../foo', 'https://a.b/c/d'], ['?foo', 'https://a.b/c/d?e'], ['#foo', 'https://a.b/c/d?e#f'], ['', 'https://a.b/c/d?e#f'], ['//x/y', 'https://a.b/'], ['/x', 'data:foo'], ['/x', 'foo:bar'], ['/x', 'https://u:p@a.b:81/'], ['*', 'https://a.b/(c)/+'],
  [{}], [{ pathname: '/a' }], [{ pathname: 'a' }], [{ pathname: '/a/*' }], [{ pathname: '/*/b' }], [{ pathname: '*' }], [{ pathname: '/:a/:b*' }], [{ pathname: '/:a+' }], [{ pathname: '/:a*' }], [{ pathname: '/:a?' }], [{ pathname: '/a{/b}?' }], [{ pathname: '/a{/b}+' }], [{ pathname: '/a{/b}*' }], [{ pathname: '/{:a-:b}' }], [{ pathname: '/:a-:b' }], [{ pathname: '/:a.:b' }], [{ pathname: '/:a:b' }], [{ pathname: '/:a\\x' }], [{ pathname: '/{:a}x' }], [{ pathname: '/:a(x)y' }], [{ pathname: '/(x)(y)' }], [{ pathname: '/([a-z]+)-(\\d+)' }], [{ pathname: '/(?:a)' }], [{ pathname: '/((?:a|b)c)' }], [{ pathname: '/(.*)' }], [{ pathname: '/x(.*)' }], [{ pathname: '/:a(.*)' }], [{ pathname: '/:a([^\\/]+?)' }], [{ pathname: '/([^\\/]+?)' }], [{ pathname: '{/a}' }], [{ pathname: '{/a}:b' }], [{ pathname: '/a/{:b}?/c' }], [{ pathname: '/{*}x' }], [{ pathname: '/**' }], [{ pathname: '/*+' }], [{ pathname: '/*?' }], [{ pathname: '/a b/ü/%20' }], [{ pathname: '/a/../b' }], [{ pathname: '/a/./:b/../c' }], [{ pathname: '\\/a' }], [{ pathname: 'a', baseURL: 'https://x.y/b/c' }], [{ pathname: '{/a}', baseURL: 'https://x.y/b/c' }], [{ pathname: ':a', baseURL: 'https://x.y/b/c' }], [{ pathname: './a', baseURL: 'https://x.y/b/c(' }],
  [{ pathname: '/', protocol: 'foo' }], [{ pathname: '/a b?#', protocol: 'foo' }], [{ pathname: 'a b', protocol: 'foo' }], [{ pathname: '/../b', protocol: 'foo' }], [{ pathname: '/../b', protocol: 'http' }], [{ pathname: 'b', protocol: 'http' }],
  [{ protocol: 'http' }], [{ protocol: 'http:' }], [{ protocol: 'HTTP' }], [{ protocol: 'http{s}?' }], [{ protocol: ':p' }], [{ protocol: '(a|b)' }], [{ protocol: '' }], [{ protocol: 'a+b' }], [{ protocol: 'a\\+b' }], [{ protocol: '1a' }],
  [{ hostname: 'a.b' }], [{ hostname: '*.b' }], [{ hostname: ':x.b' }], [{ hostname: '{:x.}?b' }], [{ hostname: 'A.B' }], [{ hostname: '1.2.3' }], [{ hostname: '0x7f.1' }], [{ hostname: 'a/b' }], [{ hostname: 'a?b' }], [{ hostname: 'a#b' }], [{ hostname: 'a\\:b' }], [{ hostname: 'a%b' }], [{ hostname: 'a%41' }], [{ hostname: 'xn--a' }], [{ hostname: 'a_b' }], [{ hostname: 'a|b' }], [{ hostname: '' }], [{ hostname: '(.*)' }], [{ hostname: '[\\:\\:1]' }], [{ hostname: '[g]' }], [{ hostname: 'a@b' }], [{ hostname: 'a\\\\b' }], [{ hostname: 'a\tb' }], [{ hostname: ' a' }],
  [{ port: '80' }], [{ port: '080' }], [{ port: '8{0}?' }], [{ port: ':p' }], [{ port: '80', protocol: 'http' }], [{ port: '443', protocol: 'https' }], [{ port: '443', protocol: 'http{s}?' }], [{ port: '8 0' }], [{ port: '80x' }], [{ port: 'x' }], [{ port: '65536' }], [{ port: '' }], [{ port: '-1' }], [{ port: '8\t0' }], [{ port: '(\\d+)' }], [{ port: '65535' }],
  [{ username: 'a b', password: 'c:d@' }], [{ username: ':u', password: '*' }], [{ username: 'ü' }], [{ search: 'a=b' }], [{ search: '?a=b' }], [{ search: '\\?a' }], [{ search: 'a b"<>\'ü' }], [{ search: ':a=:b&*' }], [{ hash: '#a' }], [{ hash: 'a b"<>`ü' }], [{ hash: '##' }], [{ search: '??' }], [{ hash: '' }], [{ search: '' }],
  [{ baseURL: 'https://u:p@x.y:8080/a/b?c#d' }], [{ baseURL: 'https://x.y/a(b)/:c?*#{' }], [{ hostname: 'z', baseURL: 'https://x.y/a?b#c' }], [{ protocol: 'http', baseURL: 'https://x.y/a?b#c' }], [{ search: 's', baseURL: 'https://x.y/a?b#c' }], [{ hash: 's', baseURL: 'https://x.y/a?b#c' }], [{ port: '1', baseURL: 'https://x.y/a?b#c' }], [{ username: 'n', baseURL: 'https://u:p@x.y/a?b#c' }], [{ baseURL: 'data:x' }], [{ pathname: 'y', baseURL: 'data:x' }], [{ baseURL: '' }],
  ['('], ['https://a/('], ['https://a/)'], ['https://a/{'], ['https://a/}'], ['https://a/:'], ['https://a/\\'], ['https://a/:a:a'], ['https://a/(é)'], ['https://a/(a(b))'], ['https://a/(?=b)'], ['https://a/([)'], ['https://a/(a{2})'], ['https://a/(\\()'], ['https://a/(\\p{L}+)'], ['https://a/([a&&b])'], ['https://a/(]) '], ['https://a/(a\\)'], ['https://a/()'], ['a{b'], ['https://a:b:c'], ['https:a'], ['https:/a'], ['https:///a'], ['http://{a}'], ['{https://}a'], ['https://a{/b}?c'], ['https://a:{80}?/'], ['https://a:*/'], ['https://a:/'], ['https\\://a'], [' https://a/ '], ['https://a/\n'],
  ['https://a/B', { ignoreCase: true }], ['/B', 'https://a/', { ignoreCase: true }], [{ pathname: '/B' }, { ignoreCase: true }], [{ pathname: '/B' }, { ignoreCase: false }], [{ pathname: '/B' }, {}],
];
const made = patterns.map((args) => show(...args));
const inputs = [
  'https://example.com/', 'https://example.com/books/12', 'https://a.example.com/x/y?z#w', 'http://host/x', 'https://u:p@h/', 'data:foobar', 'https://[::1]/', 'https://xn--mnchen-3ya.de/%C3%BC', 'foo://a.b:21/c', 'file:///a/b', 'https://a.b/foo', 'about:blank', 'x', '/a', '',
  { pathname: '/a' }, { pathname: '/a/b' }, { pathname: '/a/b/c' }, { pathname: '/ab' }, { pathname: '/xy' }, { pathname: '/ab-12' }, { pathname: '/b' }, { pathname: '' }, { pathname: 'a' }, { hostname: 'x.b' }, { hostname: 'b' }, { port: '80' }, { port: '80', protocol: 'http' }, { protocol: 'https:' }, { search: '?a=b' }, { hash: '#a' }, { username: 'u', password: 'p' }, { baseURL: 'https://u:p@x.y:8080/a/b?c#d' }, { pathname: 'z', baseURL: 'https://x.y/b/c' }, { port: 'x' }, { protocol: '1' }, { hostname: 'a b' }, { pathname: 'a b', protocol: 'foo' }, { baseURL: 'x' },
];
const found = (result) => result && names.map((n) => `${result[n].input}${JSON.stringify(result[n].groups, (k, v) => (v === undefined ? 'undefined' : v))}`).filter((text) => text !== '{"0":""}').join(' ');
for (let i = 0; i < made.length; i++) {
  if (made[i] === undefined) continue;
  const lines = [];
  for (const input of inputs) {
    let result;
    try { result = found(made[i].exec(input)); } catch (e) { result = `${e.name} ${e.message}`; }
    if (result !== null) lines.push(`  ${JSON.stringify(input)} ${result}`);
  }
  console.log(JSON.stringify(patterns[i]), lines.length);
  if (lines.length <= 6) for (const line of lines) console.log(line);
}
console.log(made.map((p) => p && inputs.map((input) => (p.test(input) ? 1 : 0)).join('')).join('\n'));
