// How numbers are written: toString with radix, toFixed, toPrecision, toExponential, limits, parsing back.
const numbers = [0, -0, 1, -1.5, 0.1, 1 / 3, 100, 1e20, 1e21, 1.5e-7, 0.000001, 123456789012345680000, 5e-324, 1.7976931348623157e308, 2 ** 53, 0.1 + 0.2, 4.35, 1.005, NaN, Infinity, 1e-10, 12345.6789];
for (const n of numbers) console.log(String(n).padEnd(24), n.toFixed(2).padEnd(26), n.toPrecision(3).padEnd(10), n.toExponential(2));
console.log((255).toString(16), (255).toString(2), (-255).toString(36), (0.5).toString(2), (0.1).toString(3).slice(0, 20), (1e21).toString(7).length, (3.75).toString(8), (2 ** 31).toString(32));
console.log((1.45).toFixed(1), (8.345).toFixed(2), (0).toFixed(3), (1e21).toFixed(2), (-1.5).toFixed(0), (2.5).toFixed(0), (1.005).toFixed(2), (0.000001).toFixed(7), (123.456).toFixed(10), (5e-324).toFixed(3), (-0.0000001).toFixed(2));
console.log((0).toPrecision(1), (123456).toPrecision(2), (0.00001).toPrecision(1), (1e21).toPrecision(22), (35).toPrecision(1), (25).toPrecision(1), (99.99).toPrecision(3));
console.log((12345).toExponential(), (0).toExponential(), (1e-7).toExponential(3), (-0).toExponential(1));
for (const bad of [() => (1).toFixed(101), () => (1).toPrecision(0), () => (1).toString(1), () => (1).toExponential(-1), () => Number.prototype.toFixed.call('1'), () => (1).toString(37)]) {
  try { bad(); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
console.log(Number.MAX_SAFE_INTEGER, Number.MIN_VALUE, Number.EPSILON, Number.isSafeInteger(2 ** 53), Number.isInteger(5.0), Number.isInteger('5'), isFinite('5'), Number.isFinite('5'));
for (const text of ['12', ' 12px', '0x1F', '-0', '.5', '5.', '1e3', '1e', '', 'abc', '0b11', '1,000', '٣', 'Infinity', '-Infinityx', '١٢', '1_000', '+7', '- 7', '0012']) console.log(JSON.stringify(text), Number(text), parseInt(text), parseFloat(text));
console.log(parseInt('z', 36), parseInt('12', 2), parseInt('19', 8), parseInt('0x'), parseInt(0.0000005), parseInt('9'.repeat(20)), parseInt(null, 36), parseInt('123', 37), parseInt('1', 1), ['1', '2', '3'].map(parseInt));
console.log([-0], -0 + '', JSON.stringify(-0), `${-0}`, Object.is(-0 + 0, 0), [0, -0].map((x) => 1 / x), Math.round(-0.4), Math.max(-0, 0), (-0).toFixed(1), -0 === 0);
console.log(0.1 * 3, 9.95 * 100, 1.1 + 2.2, 4.35 * 100, 1.15.toFixed(1), 1e16 + 1, 123456789.123456789, 0.1 ** 2, 100 * 1.1, 3 * 1.1);
console.log((25).toString(), 25..toString(2), 1.0, 1.50, 1e0, 0xff, 1E5, 1e-6, 1e-7, 1000000000000000000000, 999999999999999999999, -1e-7, (1234.5678).toLocaleString(), (1e9).toLocaleString());
