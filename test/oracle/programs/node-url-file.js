const { fileURLToPath, pathToFileURL, urlToHttpOptions, URL: Same, format } = require('url');
console.log(Same === URL, pathToFileURL('/tmp/a b#c?d%e\\f').href, pathToFileURL('/tmp/dir/').href, pathToFileURL('/ü/€').href);
for (const text of ['file:///tmp/a%20b.txt', 'file:///C:/x/y', 'file:///a/%C3%BC', 'file://localhost/x', new URL('file:///obj')]) console.log(fileURLToPath(text));
for (const bad of ['http://x/y', 'file://host/x', 'file:///a%2Fb', 5, {}, 'nope']) { try { console.log(fileURLToPath(bad)); } catch (error) { console.log(error.name, error.code, error.message); } }
console.log(fileURLToPath('file:///C:/x/y.txt', { windows: true }), pathToFileURL('C:\\x\\y z', { windows: true }).href);
console.log({ ...urlToHttpOptions(new URL('http://user:p%40ss@host:8080/path?q=1#h')) });
console.log(format(new URL('http://u:p@example.com/p?q#h'), { auth: false, fragment: false, search: false }));
console.log(require('fs').readFileSync(pathToFileURL(__filename), 'utf8').slice(0, 5));
