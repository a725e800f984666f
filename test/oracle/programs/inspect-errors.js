// Errors on the console; stacks are cut to their first line, as paths differ.
const strip = (error) => { error.stack = String(error.stack).split('\n    at ')[0]; return error; };
console.log(strip(new Error('plain')), [strip(new TypeError('in array'))], { e: strip(new RangeError('in object')) });
class ValidationError extends Error { constructor(message, field) { super(message); this.name = 'ValidationError'; this.field = field; } }
class Unnamed extends Error {}
console.log(strip(new ValidationError('bad', 'email')), strip(new Unnamed('u')), strip(new Unnamed()));
console.log(strip(Object.assign(new Error('with props'), { code: 'E_CODE', details: { a: [1, 2] } })));
console.log(strip(new Error('outer', { cause: strip(new Error('inner')) })), strip(new Error('c', { cause: 'text' })), strip(new Error('u', { cause: undefined })));
console.log(strip(new AggregateError([strip(new Error('one')), 2], 'many')));
const renamed = new Error('msg'); renamed.name = 'Renamed'; console.log(strip(renamed));
const multi = strip(new Error('first\nsecond')); console.log(multi, { multi });
const noStack = new Error('no stack'); noStack.stack = undefined; console.log(noStack);
const emptied = new Error(''); console.log(strip(emptied), String(emptied), `${new TypeError('t')}`);
const fake = { name: 'Error', message: 'not one', stack: 'Error: not one' }; console.log(fake);
const withFrames = new Error('framed'); withFrames.stack = 'Error: framed\n    at one (file.js:1:1)\n    at two (file.js:2:2)'; console.log(withFrames, [withFrames], { deep: { err: withFrames } });
withFrames.extra = true; console.log(withFrames, { withFrames });
const nullName = Object.create(Error.prototype); console.log(nullName instanceof Error, Object.prototype.toString.call(nullName));
console.log(Object.keys(new Error('x')), 'cause' in new Error('x'), Object.getOwnPropertyNames(new Error('x', { cause: 1 })));
try { null.x; } catch (e) { console.log(strip(e)); }
try { undefinedName; } catch (e) { console.log(strip(e), e.constructor.name); }
