/** Builtins of Map that call guest code. V8: src/builtins/builtins-collections-gen.cc, map-groupby.tq. */
export const mapConstructorSource = `function Map() {
  const iterable = arguments[0];
  if (new.target === undefined) %ThrowTypeError('ConstructorNotFunction', 'Map');
  const map = %NewMap(new.target);
  if (iterable === undefined || iterable === null) return map;
  const adder = map.set;
  if (!%IsCallable(adder)) %ThrowTypeError('PropertyNotFunction', %Describe(adder), 'set', %Describe(map));
  if (%FillMapFast(map, adder, iterable)) return map;
  const isOriginal = %IsMapSet(adder);
  if (%LacksIterator(iterable)) %ThrowTypeError('NotIterableNoSymbolLoad', %DescribeCallSite(iterable), 'Symbol(Symbol.iterator)');
  for (const item of iterable) {
    if (!%IsObject(item)) %ThrowTypeError('IteratorValueNotAnObject', %DescribeUnquoted(item));
    const key = item[0];
    const value = item[1];
    if (isOriginal) %MapSet(map, key, value);
    else %Call(adder, map, key, value);
  }
  return map;
}`;

export const mapSelfHosted = {
  forEach: `function forEach(callback) {
  const cursor = %MapCursor(this, 'Map.prototype.forEach');
  if (!%IsCallable(callback)) %ThrowTypeError('CalledNonCallable', %DescribeCallSite(callback));
  const receiver = arguments[1];
  while (%CursorNext(cursor)) %Call(callback, receiver, %CursorValue(cursor), %CursorKey(cursor), this);
}`,
};

export const mapStaticSelfHosted = {
  groupBy: `function groupBy(items, callback) {
  if (items === undefined || items === null) %ThrowTypeError('CalledOnNullOrUndefined', 'Map.groupBy');
  if (!%IsCallable(callback)) %ThrowTypeError('CalledNonCallable', %DescribeUnquoted(callback));
  const map = %NewMap(undefined);
  let index = 0;
  for (const item of items) {
    const key = %Call(callback, undefined, item, index);
    let group = %MapGet(map, key);
    if (group === undefined) {
      group = %NewTaggedArray();
      %MapSet(map, key, group);
    }
    %AppendElement(group, item);
    %TrimStore(group);
    index++;
  }
  return map;
}`,
};
