/** Math.random: a generator of its own (sfc32), seeded by the environment. V8: src/numbers/math-random.cc has xorshift128+. */
export type RandomState = [number, number, number, number];

export function randomStateOf(seed: number): RandomState {
  const state: RandomState = [seed >>> 0, 0x9e3779b9, 0x243f6a88, 0xb7e15162];
  for (let i = 0; i < 20; i++) nextRandom(state);
  return state;
}

/** The next number; the state goes on. */
export function nextRandom(state: RandomState): number {
  let [a, b, c, d] = state;
  const t = (((a + b) | 0) + d) | 0;
  d = (d + 1) | 0;
  a = b ^ (b >>> 9);
  b = (c + (c << 3)) | 0;
  c = (c << 21) | (c >>> 11);
  c = (c + t) | 0;
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
  return (t >>> 0) / 4294967296;
}
