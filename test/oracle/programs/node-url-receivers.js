// URL and URLSearchParams: who may call their members, how they are shown; files as URLs.
const attempt = (label, run) => { try { console.log(label, run()); } catch (error) { console.log(label, 'threw', error.name, error.code, error.message); } };
for (const name of Reflect.ownKeys(URLSearchParams.prototype)) { if (name === 'constructor' || name === Symbol.toStringTag) continue; const d = Object.getOwnPropertyDescriptor(URLSearchParams.prototype, name); for (const self of [undefined, {}, new URL('http://x'), URLSearchParams.prototype]) attempt(String(name) + ' ' + (self && self.constructor.name), () => (d.get ?? d.value).call(self, 'a', 'b')); }
for (const name of Reflect.ownKeys(URL.prototype)) { if (name === 'constructor' || typeof name === 'symbol') continue; const d = Object.getOwnPropertyDescriptor(URL.prototype, name); for (const self of [undefined, {}]) { attempt(String(name) + ' ' + (self && self.constructor.name), () => (d.get ?? d.value).call(self)); if (d.set) attempt('set ' + String(name) + ' ' + (self && self.constructor.name), () => d.set.call(self, 'x')); } }
const it = new URLSearchParams('a=1&b=2').entries();
for (const self of [undefined, {}, [][Symbol.iterator]()]) { attempt('next', () => it.next.call(self)); }
const util = require('util');
const params = new URLSearchParams('a=1&b=2&c=3');
for (const breakLength of [1, 10, 25, 80, Infinity]) console.log(util.inspect(params.keys(), { breakLength }), util.inspect(params.entries(), { breakLength }), util.inspect(params.values(), { breakLength, depth: 0 }), util.inspect(params, { breakLength }));
console.log(new URLSearchParams().keys(), util.inspect(new URL('http://u:p@h.x:81/p?q=1#f'), { breakLength: 20 }), [params.keys()], util.inspect({ u: new URL('http://a/?b') }, { depth: 0 }), util.inspect(new URL('http://a/?b'), { depth: -1 }));
const { pathToFileURL, fileURLToPath } = require('url');
let all = ''; for (let i = 1; i < 256; i++) all += String.fromCharCode(i);
console.log(pathToFileURL('/' + all).href, pathToFileURL('/a/€😀\ud800[x]{y}|^`').href, pathToFileURL('C:\\a [b]|c\\', { windows: true }).href, pathToFileURL('\\\\server\\share [1]\\f', { windows: true }).href);
for (const [bad, windows] of [['file:///a%2fb'], ['file://host/x'], ['http://x'], ['file:///C:/a%5cb', true], ['file:///x', true]]) for (const input of [bad, new URL(bad)]) try { fileURLToPath(input, { windows }); } catch (error) { console.log(error.code, error.message, error.input instanceof URL, Object.keys(error)); }
for (const path of ['\\\\server', '\\\\\\share\\x', '\\\\?\\UNC\\server\\share\\f ~', '\\\\server\\', 'D:\\', 'D:\\x\\y%#']) try { console.log(pathToFileURL(path, { windows: true }).href); } catch (error) { console.log(error.code, error.message); }
