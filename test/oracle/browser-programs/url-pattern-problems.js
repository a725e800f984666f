// URLPattern: the words for what is wrong with a pattern.
const e = (...a) => {
  try {
    return 'OK ' + new URLPattern(...a).pathname;
  } catch (e) {
    return e.message.replace("Failed to construct 'URLPattern': ", '');
  }
};
for (const a of [
  ['https://:a:a'],
  [{ pathname: '(' }],
  [{ pathname: '{a' }],
  [{ pathname: 'a}' }],
  [{ pathname: '{:a:b}' }],
  [{ pathname: '\\' }],
  [{ pathname: ':' }],
  [{ pathname: '()' }],
  [{ pathname: '(é)' }],
  [{ pathname: '(a(b))' }],
  [{ pathname: '(\\é)' }],
  [{ pathname: '**' }],
  [{ pathname: '*?+' }],
  [{ search: '([)' }],
  [{ hostname: 'x:y' }],
  [{ protocol: 'é' }],
  [{ port: '99999999' }],
  [{ pathname: ')' }],
  [{ pathname: '?' }],
  [{ pathname: '(a\\' }],
  [{ pathname: '({)' }],
  [{ pathname: '{{a}}' }],
  [{ pathname: 'a{b:c' }],
  [{ pathname: '{b:c(d)e(f)}' }],
  [{ pathname: '(a(' }],
  [{ pathname: '((?:a)' }],
  [{ pathname: '/:a(b)/:0' }],
  [{ pathname: '/*/*/:1' }],
  [{ hostname: '[g]' }],
  [{ hostname: '[\\:g]' }],
  [{ port: '1 2' }],
  [{ search: '(a)(b)' }],
  ['https://x/(['],
  ['http{s'],
  ['https://x:99999/'],
  [{ pathname: '+' }],
  [{ pathname: 'a+b' }],
  [{ pathname: '{a}?}' }],
  [{ baseURL: 'https://x/y?z#(', pathname: 'a' }],
  [{ username: '{' }],
  ['data\\:foo'],
  ['data:foo*'],
  ['https://a*:b@c'],
  ['https\\://x'],
])
  console.log(JSON.stringify(a), e(...a));
