const querystring = require('querystring');
const show = (value) => console.log(value);
for (const text of ['', 'a=1', 'a=1&b=2&a=3', 'a', 'a=', '=b', '&&a=1&&', 'a=b=c', 'x=%20y+z', 'x=%zz', '%61=%C3%A9', 'x=%ff', 'a=%E4%BD%A0', '__proto__=1', 'a%26b=1'])
  show(querystring.parse(text));
show(querystring.parse('a:1;b:2;c', ';', ':'));
show(querystring.parse('a=1&b=2&c=3', null, null, { maxKeys: 2 }));
show(querystring.parse('a=1', '&', '=', { decodeURIComponent: (part) => '<' + part + '>' }));
show(querystring.stringify({ a: 1, b: ['x', 'y'], c: true, d: null, e: undefined, f: 'ä ö&=', g: 10n, h: {}, i: NaN, j: Infinity, k: '' }));
show(querystring.stringify({ a: 1, b: 2 }, ';', ':'));
show(querystring.stringify('text'));
show(querystring.stringify({ w: '中文', foo: 'bar' }, null, null, { encodeURIComponent: (text) => `<${text}>` }));
show(querystring.escape('a b&c=ü!\'()*~'));
show(querystring.unescape('a%20b%'));
show(Object.keys(querystring));
try { querystring.escape('\ud800'); } catch (error) { show([error.name, error.code, error.message]); }
