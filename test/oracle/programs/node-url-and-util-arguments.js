// What some functions of util, url and querystring make of odd arguments.
const { deprecate, toUSVString } = require('util');
const { domainToASCII, domainToUnicode, urlToHttpOptions } = require('url');
const { parse } = require('querystring');
const attempt = (label, action) => {
  try {
    console.log(label, action());
  } catch (error) {
    console.log(label, error.name, error.code, error.message);
  }
};
for (const value of [{}, 5, null, undefined, /a/, 'x', class A {}, () => 1, Symbol('s')]) {
  attempt('deprecate', () => typeof deprecate(value, 'message', 'code'));
  attempt('toUSVString', () => toUSVString(value));
  attempt('domainToASCII', () => domainToASCII(value));
  attempt('domainToUnicode', () => domainToUnicode(value));
  attempt('parse', () => parse('x=1&a=2', value));
  attempt('parse', () => parse('x=1&a=2', '&', value));
}
for (const value of [5, null, undefined, 'x', Symbol('s'), 1n]) attempt('urlToHttpOptions', () => urlToHttpOptions(value));
attempt('domainToASCII', () => domainToASCII());
