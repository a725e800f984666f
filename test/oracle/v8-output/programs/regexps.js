function match(text) {
  return /(\w+)@(\w+)/u.exec(text);
}
match('a@b');
match('none');
'abc'.replace(/b/, (m) => m + m);
'a,b'.split(/,/);
for (const m of 'xyx'.matchAll(/x/g)) match(m[0]);
