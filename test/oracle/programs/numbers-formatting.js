// Numbers, BigInts and Math.
for (const n of [0, -0, 1.005, 123.456, 1e21, 1e-7, -1.5, 255, 0.1 + 0.2, 5e-324, NaN, Infinity]) {
  console.log(n, String(n), n.toFixed(2), n.toPrecision(3), n.toExponential(1), n.toString(2).slice(0, 20), n.toString(36));
}
console.log((1234567.891).toLocaleString('en-US'), (0.256).toLocaleString('en-US', { style: 'percent' }), (1234.5).toLocaleString('de-DE', { style: 'currency', currency: 'EUR' }), (12345678901234567890n).toLocaleString('en-US'));
console.log(Number('0x1f'), Number(' 12 '), Number('1_000'), Number(''), Number(null), Number([5]), Number('1e3'), Number(10n), +[], +{}, parseInt('12px'), parseInt('0x1f'), parseInt('101', 2), parseFloat('3.14abc'), parseInt(''));
console.log(Number.MAX_SAFE_INTEGER, Number.EPSILON > 0, Number.isInteger(5.0), Number.isSafeInteger(2 ** 53), Number.isNaN('x'), isNaN('x'), Number.parseFloat === parseFloat, Object.is(-0, 0));
console.log(2n ** 64n, -7n / 2n, -7n % 3n, BigInt('0xff'), BigInt.asUintN(8, 257n), BigInt.asIntN(8, 255n), (255n).toString(16), 10n > 9, 2n == 2, typeof 1n, BigInt(Number.MAX_SAFE_INTEGER) + 2n);
console.log(Math.max(), Math.min(1, '0', 3), Math.max(1, NaN), Math.hypot(3, 4), Math.sign(-3), Math.trunc(-4.7), Math.round(-0.5), Math.round(2.5), Math.cbrt(27), Math.fround(5.5), Math.clz32(1), Math.imul(3, 4), Math.log2(8), Math.atan2(1, 1).toFixed(4), Math.f16round(1.337));
const r = Math.random(); console.log(r >= 0 && r < 1, Math[Symbol.toStringTag], Object.keys(Math).length, Math.PI);
const order = []; const spy = (name, value) => ({ valueOf() { order.push(name); return value; } });
console.log(Math.max(spy('a', 1), spy('b', 2)), spy('c', 5) * spy('d', 2), Math.pow(spy('e', 2), spy('f', 3)), order);
console.log(new Number(5) + 1, typeof new Number(5), new Number(5) == 5, new Number('7').valueOf(), Number.prototype.toString.call(new Number(9)), (25).toString(5), (0.5).toString(3).slice(0, 10));
for (const action of [() => (1).toFixed(101), () => (1).toString(1), () => (1).toPrecision(0), () => BigInt(1.5), () => BigInt('x'), () => 1n + 1, () => BigInt(undefined), () => new BigInt(1), () => Number(1n) + 1, () => Math.max(1n), () => +1n, () => Number(Symbol()), () => Number.prototype.toFixed.call('x'), () => 1n / 0n, () => 1n >>> 0n]) {
  try { console.log(action()); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
