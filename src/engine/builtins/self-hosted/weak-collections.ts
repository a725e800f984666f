/** The constructors of WeakMap and WeakSet, which iterate. V8: src/builtins/builtins-collections-gen.cc. */
export const weakMapConstructorSource = `function WeakMap() {
  const iterable = arguments[0];
  if (new.target === undefined) %ThrowTypeError('ConstructorNotFunction', 'WeakMap');
  const map = %NewWeakMap(new.target);
  if (iterable === undefined || iterable === null) return map;
  const adder = map.set;
  if (!%IsCallable(adder)) %ThrowTypeError('PropertyNotFunction', %Describe(adder), 'set', %Describe(map));
  if (%LacksIterator(iterable)) %ThrowTypeError('NotIterableNoSymbolLoad', %DescribeCallSite(iterable), 'Symbol(Symbol.iterator)');
  for (const item of iterable) {
    if (!%IsObject(item)) %ThrowTypeError('IteratorValueNotAnObject', %DescribeUnquoted(item));
    %Call(adder, map, item[0], item[1]);
  }
  return map;
}`;

export const weakSetConstructorSource = `function WeakSet() {
  const iterable = arguments[0];
  if (new.target === undefined) %ThrowTypeError('ConstructorNotFunction', 'WeakSet');
  const set = %NewWeakSet(new.target);
  if (iterable === undefined || iterable === null) return set;
  const adder = set.add;
  if (!%IsCallable(adder)) %ThrowTypeError('PropertyNotFunction', %Describe(adder), 'add', %Describe(set));
  if (%LacksIterator(iterable)) %ThrowTypeError('NotIterableNoSymbolLoad', %DescribeCallSite(iterable), 'Symbol(Symbol.iterator)');
  for (const item of iterable) %Call(adder, set, item);
  return set;
}`;
