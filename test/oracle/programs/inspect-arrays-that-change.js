// Found by the fuzzer: what proxies add to arrays and collections while they are printed; elements that are not enumerable.
const a=[1,,3]; Object.defineProperty(a,2,{enumerable:false,value:5}); console.log(a);
const b=[1,,3]; Object.defineProperty(b,0,{enumerable:false,value:5}); console.log(b);
const c=[1,,3,,]; c.x = 1; c[-1] = 3; console.log(c);
const log = [];
const shows = Object.setPrototypeOf({ m() {} }, new Proxy({}, { get(t, k) { log.push(1); return undefined; } }));
log.push(shows, 2); console.log(log);
const log2 = [,]; const shows2 = Object.setPrototypeOf({ m() {} }, new Proxy({}, { get(t, k) { log2.push(1); return undefined; } }));
log2.push(shows2, 2); console.log(log2.length > 0, log2);
const s = new Set(); const shows3 = Object.setPrototypeOf({ m() {} }, new Proxy({}, { get(t, k) { s.add(s.size); return undefined; } }));
s.add(shows3); s.add(shows3.m); console.log(s);
const s2 = new Set(); const shows4 = Object.setPrototypeOf({ m() {} }, new Proxy({}, { get(t, k) { s2.delete(5); return undefined; } }));
s2.add(5).add(shows4).add(5).add(6); console.log(s2);
const m = new Map(); const shows5 = Object.setPrototypeOf({ m() {} }, new Proxy({}, { get(t, k) { m.set(m.size, 1); return undefined; } }));
m.set(shows5, 1); console.log(m);
const e = [1, 2, 3]; Object.defineProperty(e, 1, { get() { return 1; }, enumerable: true }); console.log(e);
const big = Array.from({ length: 120 }, (_, i) => i); big[50] = shows; console.log(big.length, big.slice(45, 60));
const holes = [1, , 2]; holes[4294967293] = 5; console.log(holes);
