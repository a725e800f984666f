/** Builtins of Set that call guest code. V8: src/builtins/builtins-collections-gen.cc, set-union.tq and siblings. */
export const setConstructorSource = `function Set() {
  const iterable = arguments[0];
  if (new.target === undefined) %ThrowTypeError('ConstructorNotFunction', 'Set');
  const set = %NewSet(new.target);
  if (iterable === undefined || iterable === null) return set;
  const adder = set.add;
  if (!%IsCallable(adder)) %ThrowTypeError('PropertyNotFunction', %Describe(adder), 'add', %Describe(set));
  if (%FillSetFast(set, adder, iterable)) return set;
  const isOriginal = %IsSetAdd(adder);
  if (%LacksIterator(iterable)) %ThrowTypeError('NotIterableNoSymbolLoad', %DescribeCallSite(iterable), 'Symbol(Symbol.iterator)');
  for (const item of iterable) {
    if (isOriginal) %SetAdd(set, item);
    else %Call(adder, set, item);
  }
  return set;
}`;

/** ECMAScript: GetSetRecord. Declares otherSize, otherHas and otherKeys. */
function getSetRecord(method: string): string {
  return `
  %SetCheckReceiver(this, 'Set.prototype.${method}');
  if (!%IsObject(other)) %ThrowTypeError('SetMethodArgument', 'Set.prototype.${method}');
  const rawSize = other.size;
  const numberSize = %ToNumber(rawSize);
  if (numberSize !== numberSize) %ThrowTypeError('SetMethodSizeIsNaN');
  const otherSize = %ToInteger(numberSize);
  if (otherSize < 0) %ThrowRangeError('InvalidSizeValue', %Describe(otherSize));
  const otherHas = other.has;
  if (!%IsCallable(otherHas)) %ThrowTypeError('CalledNonCallable', 'string "has"');
  const otherKeys = other.keys;
  if (!%IsCallable(otherKeys)) %ThrowTypeError('CalledNonCallable', 'string "keys"');`;
}

/** Walks other.keys() with its next method read once; `body` sees \`key\`. */
function forEachKey(body: string): string {
  return `
  const keys = %Call(otherKeys, other);
  if (!%IsObject(keys)) %ThrowTypeError('SetMethodKeysResult');
  const next = keys.next;
  while (true) {
    const step = %Call(next, keys);
    if (!%IsObject(step)) %ThrowTypeError('IteratorResultNotAnObject', %DescribeUnquoted(step));
    if (step.done) break;
    const key = step.value;
    ${body}
  }`;
}

const closeKeys = `{ const close = keys.return; if (close !== undefined && close !== null) %Call(close, keys); }`;

export const setSelfHosted = {
  forEach: `function forEach(callback) {
  const cursor = %SetCursor(this, 'Set.prototype.forEach');
  if (!%IsCallable(callback)) %ThrowTypeError('CalledNonCallable', %DescribeCallSite(callback));
  const receiver = arguments[1];
  while (%CursorNext(cursor)) {
    const key = %CursorKey(cursor);
    %Call(callback, receiver, key, key, this);
  }
}`,
  union: `function union(other) {${getSetRecord('union')}
  const keysIterator = %Call(otherKeys, other);
  if (!%IsObject(keysIterator)) %ThrowTypeError('SetMethodKeysResult');
  const result = %CopySet(this);
  const next = keysIterator.next;
  while (true) {
    const step = %Call(next, keysIterator);
    if (!%IsObject(step)) %ThrowTypeError('IteratorResultNotAnObject', %DescribeUnquoted(step));
    if (step.done) return result;
    %SetAdd(result, step.value);
  }
}`,
  intersection: `function intersection(other) {${getSetRecord('intersection')}
  const result = %NewSet(undefined);
  if (%SetSize(this) <= otherSize) {
    const cursor = %SetCursor(this, '');
    while (%CursorNext(cursor)) {
      const key = %CursorKey(cursor);
      if (%Call(otherHas, other, key)) %SetAdd(result, key);
    }
    return result;
  }${forEachKey(`if (%SetHas(this, key)) %SetAdd(result, key);`)}
  return result;
}`,
  difference: `function difference(other) {${getSetRecord('difference')}
  const result = %CopySet(this);
  if (%SetSize(this) <= otherSize) {
    const cursor = %SetCursor(this, '');
    while (%CursorNext(cursor)) {
      const key = %CursorKey(cursor);
      if (%Call(otherHas, other, key)) %SetDelete(result, key);
    }
    return result;
  }${forEachKey(`%SetDelete(result, key);`)}
  return result;
}`,
  symmetricDifference: `function symmetricDifference(other) {${getSetRecord('symmetricDifference')}
  const keysIterator = %Call(otherKeys, other);
  if (!%IsObject(keysIterator)) %ThrowTypeError('SetMethodKeysResult');
  const result = %CopySet(this);
  const next = keysIterator.next;
  while (true) {
    const step = %Call(next, keysIterator);
    if (!%IsObject(step)) %ThrowTypeError('IteratorResultNotAnObject', %DescribeUnquoted(step));
    if (step.done) return result;
    const key = step.value;
    if (%SetHas(this, key)) %SetDelete(result, key);
    else %SetAdd(result, key);
  }
}`,
  isSubsetOf: `function isSubsetOf(other) {${getSetRecord('isSubsetOf')}
  if (%SetSize(this) > otherSize) return false;
  const cursor = %SetCursor(this, '');
  while (%CursorNext(cursor)) if (!%Call(otherHas, other, %CursorKey(cursor))) return false;
  return true;
}`,
  isSupersetOf: `function isSupersetOf(other) {${getSetRecord('isSupersetOf')}
  if (%SetSize(this) < otherSize) return false;${forEachKey(`if (!%SetHas(this, key)) { ${closeKeys} return false; }`)}
  return true;
}`,
  isDisjointFrom: `function isDisjointFrom(other) {${getSetRecord('isDisjointFrom')}
  if (%SetSize(this) <= otherSize) {
    const cursor = %SetCursor(this, '');
    while (%CursorNext(cursor)) if (%Call(otherHas, other, %CursorKey(cursor))) return false;
    return true;
  }${forEachKey(`if (%SetHas(this, key)) { ${closeKeys} return false; }`)}
  return true;
}`,
};
