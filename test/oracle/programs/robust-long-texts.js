// Texts that are too long are errors that programs catch, found before anything is built; texts that grow cost what they grow by.
const attempt = (name, make) => {
  try {
    console.log(name, make().length);
  } catch (error) {
    console.log(name, error.name, error.message);
  }
};
const long = 'b'.repeat(2 ** 12);

attempt('replace, literal', () => 'a'.repeat(2 ** 14).replace(/a/g, long));
attempt('replace, function', () => 'a'.repeat(2 ** 13).replace(/a/g, () => long));
attempt('replace, captures', () => 'a'.repeat(2 ** 10).replace(/(a)/g, '$1$&'.repeat(2 ** 9)));
attempt('replaceAll', () => 'a'.repeat(2 ** 14).replaceAll('a', long));
attempt('split and join', () => 'a'.repeat(2 ** 14).split('').join(long));
attempt('+=', () => {
  let text = '';
  for (let i = 0; i < 2 ** 13; i++) text += long;
  return text;
});
attempt('+= of little', () => {
  let text = '';
  for (let i = 0; i < 3e5; i++) text += `line ${i}\n`;
  return text;
});

attempt('replace, too long', () => 'a'.repeat(2 ** 20).replace(/a/g, long));
attempt('replace, too long by what is before', () => 'a'.repeat(2 ** 20).replace(/a/g, '$`'));
attempt('replace, too long by what is behind', () => 'a'.repeat(2 ** 20).replace(/a/g, "$'"));
attempt('replaceAll, too long', () => 'a'.repeat(2 ** 20).replaceAll('a', long));
attempt('replaceAll of nothing', () => 'a'.repeat(2 ** 20).replaceAll('', long));
attempt('join', () => new Array(2 ** 20).fill(long).join(''));
attempt('separators', () => new Array(2 ** 20).join(long));
attempt('padEnd', () => 'a'.padEnd(2 ** 29));
attempt('padStart', () => 'a'.padStart(2 ** 29 - 23, 'xyz'));
attempt('repeat', () => 'ab'.repeat(2 ** 28));
attempt('concat', () => 'x'.repeat(2 ** 28).concat('y'.repeat(2 ** 27), 'z'.repeat(2 ** 27)));
attempt('template', () => {
  const text = 'x'.repeat(2 ** 28);
  return `${text}${text}${text}`;
});
attempt('JSON', () => JSON.stringify('\u0001'.repeat(2 ** 27)));
attempt('JSON of a key', () => JSON.stringify({ ['\u0001'.repeat(2 ** 27)]: 1 }));
attempt('escape', () => escape('€'.repeat(2 ** 27)));
attempt('encodeURI', () => encodeURI('é'.repeat(2 ** 27)));

// What is looked through beforehand comes out as before.
const mixed = 'a"\\\n\u0001é€\u{1f600};/?-_*@\ud800'.repeat(1e4);
const wellFormed = mixed.toWellFormed();
attempt('JSON of much', () => JSON.stringify(mixed));
attempt('encodeURI of much', () => encodeURI(wellFormed));
attempt('encodeURIComponent of much', () => encodeURIComponent(wellFormed));
attempt('encodeURIComponent of what is malformed', () => encodeURIComponent(mixed));
attempt('escape of much', () => escape(mixed));
attempt('and back', () => unescape(escape(mixed)));

// The parts of replacement texts.
const replacements = ['$', '$$', '$$$', 'a$', '$0', '$00', '$01', '$1', '$10', '$11', '$2', '$20', '$99', '$&$&', '$`|', "|$'", '$<', '$<n', '$<n>', '$<m>', '$<>', '$x$'];
for (const replacement of replacements) {
  console.log(
    JSON.stringify(replacement),
    'xaby'.replace(/(a)(b)/, replacement),
    'xabyab'.replace(/(?<n>a)(?:b)/g, replacement),
    'xaby'.replace('ab', replacement),
    'xabyab'.replaceAll('ab', replacement),
    'xaby'.replace(/(z)?ab/, replacement),
    'abcdefghijklm'.replace(/(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)/, replacement),
  );
}
const again = /a/g;
again.lastIndex = 3;
console.log('aaaa'.replace(again, 'b$&'), again.lastIndex, RegExp['$&']);

attempt('the longest', () => 'x'.repeat(2 ** 29 - 24));
attempt('replace, once', () => 'ab'.repeat(2 ** 20).replace(/b/, 'x'.repeat(2 ** 29 - 2 ** 21)));
attempt('replace of a text', () => 'ab'.repeat(2 ** 20).replace('b', 'x'.repeat(2 ** 29 - 2 ** 21)));
