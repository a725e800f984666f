// A lone surrogate takes what follows it, whatever it is.
const { escape, stringify } = require('querystring');
for (const text of ['\uD801test', '\uD83D\uDE00', 'a\uDC00b', 'ŊōđĕŒ', '', '\uD800\uD800x', 'é=&'])
  console.log(escape(text), stringify({ [text]: text }));
for (const text of ['\uD801', 'ab\uDC00']) try { escape(text); } catch (error) { console.log(error.name, error.code, error.message); }
