// Exponents, remainders, shifts, bit operations, increments, comma, void; evaluation order.
console.log(2 ** 10, 2 ** -1, (-2) ** 3, 2 ** 3 ** 2, 0 ** 0, NaN ** 0, (-8) ** (1 / 3), 2 ** 0.5, 2 ** 1024, (-2) ** 1025);
console.log(7 % 3, -7 % 3, 7 % -3, 5.5 % 2, -0 % 1, 1 % 0, Infinity % 2, 2 % Infinity, 0.3 % 0.1, 2 ** 53 % 3);
console.log(1 << 31, 1 << 32, 1 << 33, -1 >>> 0, -1 >> 31, 2 ** 32 | 0, 2 ** 31 | 0, 1.9 | 0, -1.9 | 0, ~~'7.9', ~-1, 5 & 6, 5 | 6, 5 ^ 6, 0xff & ~0x0f, NaN | 0, 1e21 | 0);
console.log(0.1 + 0.2, 0.1 * 3, 1 / 3, 1e21 + 1, 123456789 * 987654321, 2 ** 53 + 1, 9007199254740993, 1 / 0, -1 / 0, 0 / 0);
console.log(2147483647 + 1, -2147483648 - 1, 2147483647 * 2, 65536 * 65536, -5 / 2 | 0, (2147483648).toString(2).length, -2147483648 >>> 0, -(-2147483648));
let n = 5;
console.log(n++ + ++n, n, n-- - --n, n, n += n++ + n, (n *= 2) + (n -= 1), n **= 2, n %= 100, n <<= 2, n >>>= 1, n &= 0xf, n |= 16, n ^= 1, n >>= 1);
let s = '5'; s++; let t = 'x'; t++; let u; u++; let nul = null; nul++;
console.log(s, typeof s, t, u, nul, (s = '5', s += 1), (s -= 1), -(-'5'), +[], +{});
const log = [];
const at = (name, v) => (log.push(name), v);
at('object', { get a() { return at('read', 1); }, set a(v) { at(`write ${v}`); } })[at('key', 'a')] += at('right', 5);
const list = [0, 0, 0]; let i = 0;
list[i++] = i++; list[i] = i = 1; list[i] += ++i;
console.log(log.join(' '), list, i);
log.length = 0;
at('f', (a, b) => a + b)(at('x', 1), at('y', 2)) * at('z', 3) ** at('w', 2);
console.log(log.join(''), (1, 2, 3), void 0, typeof void 1, (at('comma'), 'last'));
console.log(10n ** 20n, 7n / 2n, -7n % 3n, 1n << 70n, -1n >> 3n, 5n & 3n, 2n > 1, 2n == 2, 2n === 2, typeof 1n, 1n < 1.5, BigInt(2 ** 53) + 1n, -(2n ** 63n), BigInt.asIntN(8, 255n), 0x1fn);
for (const bad of [() => 1n + 1, () => +1n, () => 1n / 0n, () => BigInt(1.5), () => 2n ** -1n, () => 1n >>> 0n, () => BigInt('x'), () => Math.max(1n)]) {
  try { console.log(bad()); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
console.log(0b1010, 0o17, 0xFF, 1_000_000, .5, 5., 010, 09.5, 1e-7, 0.000001, 1e300 * 1e10, 5e-324, 1.7976931348623157e308);
