/**
 * SHA-1, SHA-256, SHA-384 and SHA-512, which depend on their bytes only. FIPS 180-4. The host's own would answer later,
 * and a run waits for nothing outside.
 */
export const digestNames = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const;

export function digest(name: string, data: Uint8Array): Uint8Array {
  switch (name) {
    case 'SHA-1':
      return bytesOfWords(sha1(padded(data, 64)));
    case 'SHA-256':
      return bytesOfWords(sha256(padded(data, 64)));
    case 'SHA-384':
      return bytesOfLongWords(sha512(padded(data, 128), fractionsOfRoots(8, 16, 2, 64))).slice(0, 48);
    default:
      return bytesOfLongWords(sha512(padded(data, 128), fractionsOfRoots(0, 8, 2, 64)));
  }
}

/** A one, zeros, and the length in bits, up to whole blocks. */
function padded(data: Uint8Array, block: number): DataView {
  const lengthBytes = block / 8;
  const total = Math.ceil((data.length + 1 + lengthBytes) / block) * block;
  const bytes = new Uint8Array(total);
  bytes.set(data);
  bytes[data.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(total - 8, BigInt(data.length) * 8n);
  return view;
}

const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function sha1(blocks: DataView): number[] {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const words = new Int32Array(80);
  for (let at = 0; at < blocks.byteLength; at += 64) {
    for (let t = 0; t < 16; t++) words[t] = blocks.getInt32(at + 4 * t);
    for (let t = 16; t < 80; t++)
      words[t] = rotateLeft(words[t - 3]! ^ words[t - 8]! ^ words[t - 14]! ^ words[t - 16]!, 1);
    let [a, b, c, d, e] = state as [number, number, number, number, number];
    for (let t = 0; t < 80; t++) {
      const [mixed, constant] = roundOfSha1(t, b, c, d);
      const next = (rotateLeft(a, 5) + mixed + e + constant + words[t]!) | 0;
      [e, d, c, b, a] = [d, c, rotateLeft(b, 30), a, next];
    }
    [a, b, c, d, e].forEach((word, i) => (state[i] = (state[i]! + word) | 0));
  }
  return state;
}

function roundOfSha1(t: number, b: number, c: number, d: number): [number, number] {
  if (t < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (t < 40) return [b ^ c ^ d, 0x6ed9eba1];
  return t < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc] : [b ^ c ^ d, 0xca62c1d6];
}

function sha256(blocks: DataView): number[] {
  const constants = fractionsOfRoots(0, 64, 3, 32).map(Number);
  const state = fractionsOfRoots(0, 8, 2, 32).map(Number);
  const words = new Int32Array(64);
  const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
  for (let at = 0; at < blocks.byteLength; at += 64) {
    for (let t = 0; t < 16; t++) words[t] = blocks.getInt32(at + 4 * t);
    for (let t = 16; t < 64; t++) {
      const [early, late] = [words[t - 15]!, words[t - 2]!];
      const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
      words[t] = words[t - 16]! + first + words[t - 7]! + second;
    }
    let [a, b, c, d, e, f, g, h] = state as Eight<number>;
    for (let t = 0; t < 64; t++) {
      const chosen = (e & f) ^ (~e & g);
      const major = (a & b) ^ (a & c) ^ (b & c);
      const first = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + chosen + constants[t]! + words[t]!) | 0;
      const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + major) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i]! + word) | 0));
  }
  return state;
}

type Eight<T> = [T, T, T, T, T, T, T, T];

function sha512(blocks: DataView, start: readonly bigint[]): bigint[] {
  const constants = fractionsOfRoots(0, 80, 3, 64);
  const state = [...start];
  const low = (word: bigint): bigint => BigInt.asUintN(64, word);
  const rotate = (word: bigint, by: bigint): bigint => low((word >> by) | (word << (64n - by)));
  const words: bigint[] = [];
  for (let at = 0; at < blocks.byteLength; at += 128) {
    for (let t = 0; t < 16; t++) words[t] = blocks.getBigUint64(at + 8 * t);
    for (let t = 16; t < 80; t++) {
      const [early, late] = [words[t - 15]!, words[t - 2]!];
      const first = rotate(early, 1n) ^ rotate(early, 8n) ^ (early >> 7n);
      const second = rotate(late, 19n) ^ rotate(late, 61n) ^ (late >> 6n);
      words[t] = low(words[t - 16]! + first + words[t - 7]! + second);
    }
    let [a, b, c, d, e, f, g, h] = state as Eight<bigint>;
    for (let t = 0; t < 80; t++) {
      const chosen = (e & f) ^ (low(~e) & g);
      const major = (a & b) ^ (a & c) ^ (b & c);
      const first = low(h + (rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n)) + chosen + constants[t]! + words[t]!);
      const second = (rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n)) + major;
      [h, g, f, e, d, c, b, a] = [g, f, e, low(d + first), c, b, a, low(first + second)];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = low(state[i]! + word)));
  }
  return state;
}

/** The first bits behind the point of the square (2) or cube roots (3) of primes: the standard's constants. */
function fractionsOfRoots(from: number, to: number, degree: 2 | 3, bits: 32 | 64): bigint[] {
  const result: bigint[] = [];
  for (let candidate = 2, found = 0; found < to; candidate++) {
    if (!isPrime(candidate)) continue;
    if (found++ >= from)
      result.push(BigInt.asUintN(bits, integerRoot(BigInt(candidate) << BigInt(bits * degree), BigInt(degree))));
  }
  return result;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return true;
}

/** Newton's method, from above. */
function integerRoot(value: bigint, degree: bigint): bigint {
  let root = 1n << (BigInt(value.toString(2).length) / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * root + value / root ** (degree - 1n)) / degree;
    if (next >= root) return root;
    root = next;
  }
}

function bytesOfWords(words: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  words.forEach((word, i) => view.setInt32(4 * i, word));
  return new Uint8Array(view.buffer);
}

function bytesOfLongWords(words: readonly bigint[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * words.length));
  words.forEach((word, i) => view.setBigUint64(8 * i, word));
  return new Uint8Array(view.buffer);
}
