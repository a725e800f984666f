// What a decoder refuses, in the words of that part of Node which decodes; and encodings that nobody knows.
for (const e of ['utf-8', 'latin1', 'utf-16le', 'gbk', 'iso-8859-2', 'windows-1252']) for (const o of [{}, { fatal: true }, { ignoreBOM: true }]) for (const s of [false, true]) try { new TextDecoder(e, o).decode(5, { stream: s }); } catch (x) { console.log(e, Object.keys(o), s, x.code, x.message, x.stack.split('\n')[0] === 'TypeError: ' + x.message); }
const { Writable } = require('stream');
for (const x of [{}, { a: 1 }, [1], null, 5, Symbol('q'), () => 1, { toString() { return 'x'; } }]) try { new Writable().setDefaultEncoding(x); console.log('ok'); } catch (e) { console.log(e.message); }
