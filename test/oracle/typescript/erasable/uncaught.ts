type Options = { readonly depth?: number };
function recurse({ depth = 0 }: Options = {}): number {
  if (depth! > 3) throw new RangeError(`too deep: ${depth as number}`);
  return recurse({ depth: (depth as number) + 1 } satisfies Options);
}
console.log('before' as string);
recurse();
