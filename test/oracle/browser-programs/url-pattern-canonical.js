// URLPattern: the normal forms of components.
const names = ['protocol', 'username', 'password', 'hostname', 'port', 'pathname', 'search', 'hash'];
for (const a of [
  [{ protocol: ' http' }],
  [{ protocol: 'http ' }],
  [{ protocol: 'ht\ttp' }],
  [{ protocol: '\nhttp' }],
  [{ protocol: 'http\n' }],
  [{ protocol: '\x01http' }],
  [{ pathname: '/a b', protocol: 'foo' }],
  [{ pathname: '/a\\\\b', protocol: 'foo' }],
  [{ pathname: '/a\\\\b' }],
  [{ pathname: '/a\\?b', protocol: 'foo' }],
  [{ pathname: '/a#b', protocol: 'foo' }],
  [{ pathname: 'a\\?b', protocol: 'foo' }],
  [{ pathname: 'a#b', protocol: 'foo' }],
  [{ pathname: 'a/../b', protocol: 'foo' }],
  [{ pathname: 'a/../b', protocol: 'http' }],
  [{ pathname: 'a/../b' }],
  [{ pathname: ' a ', protocol: 'foo' }],
  [{ pathname: '//a/b', protocol: 'foo' }],
  [{ pathname: '/./a/', protocol: 'foo' }],
  [{ pathname: 'a\nb', protocol: 'foo' }],
  [{ pathname: 'ü<>"`{', protocol: 'foo' }],
  [{ pathname: '/ü<>"`^|', protocol: 'foo' }],
  [{ pathname: ':a/../b', protocol: 'foo' }],
  [{ pathname: '/:a/../b', protocol: 'foo' }],
  [{ pathname: '\\?a#b' }],
  [{ pathname: '/a\\?b#c' }],
  [{ search: 'a#b\'"' }],
  [{ hash: "a#b'`" }],
  [{ search: ' a ' }],
  [{ hash: ' a ' }],
  [{ pathname: '/a ', protocol: 'http' }],
  [{ pathname: '/%2e%2E/a/%2e' }],
  [{ pathname: '/..' }],
  [{ pathname: '..' }],
  [{ hostname: 'a..b' }],
  [{ hostname: '.' }],
  [{ hostname: '%00' }],
  [{ hostname: 'a<b' }],
  [{ hostname: 'a b', protocol: 'foo' }],
  [{ hostname: 'A', protocol: 'foo' }],
  [{ hostname: 'a\\^b', protocol: 'foo' }],
  [{ hostname: '256' }],
  [{ hostname: '1' }],
  [{ hostname: ':a.1' }],
  [{ hostname: 'ａ' }],
  [{ hostname: 'a\u00adb' }],
  [{ port: '0' }],
  [{ port: '00080' }],
  [{ port: '8 ' }],
  [{ port: ' 8' }],
  [{ port: '\t8' }],
  [{ port: '8.5' }],
  [{ port: '0x50' }],
  [{ port: '123456789012345678901234567890' }],
]) {
  try {
    const p = new URLPattern(...a);
    console.log(JSON.stringify(a), names.map((n) => p[n]).join(' | '));
  } catch (e) {
    console.log(JSON.stringify(a), e.message);
  }
}
const p = new URLPattern({ pathname: '/x' });
for (const a of [
  [{ pathname: '/a b', protocol: 'foo' }],
  [{ pathname: '/../b', protocol: 'foo' }],
  [{ port: '8x' }],
  [{ port: '8 ' }],
  [{ port: '8x', protocol: 'foo' }],
  [{ hostname: 'A' }],
  [{ hostname: 'A', protocol: 'foo' }],
  [{ protocol: 'a b' }],
  [{ protocol: 'HTTP' }],
  [{ protocol: 'http:' }],
  [{ protocol: 'http::' }],
  [{ search: '??a' }],
  [{ hash: '##a' }],
  [{ search: "'" }],
  [{ hostname: '[::1]' }],
  [{ hostname: '[::G]' }],
  [{ hostname: '[0:0::1]' }],
  [{ username: ' u' }],
  [{ pathname: '/a?b#c' }],
  [{ pathname: 'a\\b' }],
  ['/x', null],
  ['http://h/x', null],
  [new URL('http://h/x'), undefined],
  ['?q', undefined],
  ['//h/x'],
  ['http:x'],
  ['foo:x'],
  ['/x y'],
  ['x'],
  ['..'],
]) {
  try {
    const r = new URLPattern({}).exec(...a);
    console.log(JSON.stringify(a), r && names.map((n) => r[n].input).join(' | '));
  } catch (e) {
    console.log(JSON.stringify(a), e.message);
  }
}
