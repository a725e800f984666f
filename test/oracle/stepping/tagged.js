function tag(strings, ...values) {
  return strings.join('') + values.length;
}
const name = tag`a${1}b${tag`c`}`;
const upper = String(name).toUpperCase();
const date = new Date(0);
const re = /a(b)?/.exec('ab');
