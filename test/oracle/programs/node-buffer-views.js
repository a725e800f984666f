const buffer = require('buffer');
console.log(Object.getOwnPropertyDescriptor(buffer,'INSPECT_MAX_BYTES'));
for (const v of [NaN,-1,'x',1.5,null,Infinity,2**53]) try { buffer.INSPECT_MAX_BYTES = v; console.log(v, buffer.INSPECT_MAX_BYTES) } catch (e) { console.log(v, e.name, e.code, e.message) }
buffer.INSPECT_MAX_BYTES=2; console.log(Buffer.from('abcdef'));
const src = Buffer.from([1,2,3,4,5,6,7,8,9]);
for (const t of [new Uint16Array(3), new DataView(new ArrayBuffer(5)), new Float64Array(1), new ArrayBuffer(4), {}, null, [1,2], new Uint8ClampedArray(2)]) { try { console.log(src.copy(t, 1, 2, 8), t); } catch (e) { console.log(e.code, e.message) } }
for (const t of [new Uint16Array(3), new DataView(new ArrayBuffer(5)), {}, null]) { try { console.log(Buffer.prototype.copy.call(t, src, 1, 1)); } catch (e) { console.log(e.code, e.message) } }
for (const a of [[src, -1],[src,0,-1],[src,0,20],[src,0,0,-1],[src,'1'],[src,NaN],[src,1.7], [src,0,9],[src,0,NaN], [src,0,'3','x'], [src, 0, undefined, 3]]) try { console.log(src.copy(...a)); } catch (e) { console.log(e.code, e.message) }
const u1 = new Uint8Array([1,2,3]); Object.defineProperty(u1,'length',{get(){return 100}});
try { console.log(Buffer.concat([u1, u1])); } catch (e) { console.log(e.message) }
try { console.log(Buffer.concat([u1, u1], 4)); } catch (e) { console.log(e.message) }
try { console.log(Buffer.concat([u1], 1e20)); } catch (e) { console.log(e.code, e.message) }
const a = Buffer.from('hello world'), b = Buffer.from('hey');
const { MessageChannel, isMarkedAsUntransferable, markAsUntransferable } = require('worker_threads');
const { port1 } = new MessageChannel();
for (const f of [() => port1.postMessage(a, [a.buffer]), () => structuredClone(a, {transfer:[a.buffer]}), () => a.buffer.transfer(), () => a.buffer.transferToFixedLength(), () => a.buffer.resize(1)]) try { f(); console.log('ok') } catch (e) { console.log(e.name, e.code, e.message) }
console.log(isMarkedAsUntransferable(a.buffer), a.buffer.detached);
const ab = new ArrayBuffer(4); markAsUntransferable(ab); console.log(isMarkedAsUntransferable(ab));
for (const f of [() => port1.postMessage(ab, [ab]), () => structuredClone(ab, {transfer:[ab]}), () => ab.transfer()]) try { f(); console.log('ok', ab.detached) } catch (e) { console.log(e.name, e.code, e.message) }
port1.close();
