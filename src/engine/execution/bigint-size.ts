/** How much memory a BigInt takes. V8: BigInt::SizeFor in src/objects/bigint.h. Simplified: to the next power of two. */
const small = 1n << 16_384n;

/** About; nothing for those of less than two kilobytes. */
export function bigintBytes(value: bigint): number {
  if (value < small && value > -small) return 0;
  let bits = 32_768;
  for (let bound = 1n << 32_768n; value >= bound || value <= -bound; bound = 1n << BigInt(bits)) bits *= 2;
  return bits / 8;
}
