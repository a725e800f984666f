// A class of before that is left: it has the methods of no Buffer, and what it makes has.
const b = require('buffer');
console.log(b.SlowBuffer, b.SlowBuffer.length, b.SlowBuffer.name, Object.getPrototypeOf(b.SlowBuffer) === Buffer, b.SlowBuffer.prototype.constructor === b.SlowBuffer, Object.getPrototypeOf(b.SlowBuffer.prototype) === Uint8Array.prototype);
console.log(b.SlowBuffer(3).length, new b.SlowBuffer(2) instanceof Buffer, new b.SlowBuffer(2) instanceof b.SlowBuffer);
try { b.SlowBuffer('x') } catch (e) { console.log(e.message, e.code) }
try { b.SlowBuffer(-1) } catch (e) { console.log(e.message, e.code) }
console.log(Object.getPrototypeOf(b.SlowBuffer), b.SlowBuffer.poolSize);
