/**
 * The array methods that call guest code in a loop. ECMAScript 23.1; V8: src/builtins/array-map.tq and siblings. Rules for this
 * source: builtins/install.ts (selfHosted). Parameters with a default do not count for `length`.
 */
import { arrayFromAsyncSource } from './array-from-async.ts';

const start = (name: string): string => `
  if (this === undefined || this === null) %ThrowTypeError('CalledOnNullOrUndefined', 'Array.prototype.${name}');
  const object = %ToObject(this);
  const length = %ToLength(object.length);
  if (!%IsCallable(callback)) %ThrowCalledNonCallable(callback);`;

const find = (
  name: string,
  isFromEnd: boolean,
  found: string,
  missing: string,
): string => `function ${name}(callback, thisArg = undefined) {
  ${start(name)}
  for (let index = ${isFromEnd ? 'length - 1; index >= 0; index--' : '0; index < length; index++'}) {
    const value = object[index];
    if (%Call(callback, thisArg, value, index, object)) return ${found};
  }
  return ${missing};
}`;

const test = (name: 'some' | 'every'): string => `function ${name}(callback, thisArg = undefined) {
  ${start(name)}
  for (let index = 0; index < length; index++) {
    if (index in object && ${name === 'some' ? '' : '!'}%Call(callback, thisArg, object[index], index, object)) return ${name === 'some'};
  }
  return ${name !== 'some'};
}`;

const reduce = (name: 'reduce' | 'reduceRight'): string => {
  const isFromEnd = name === 'reduceRight';
  const first = isFromEnd ? 'length - 1' : '0';
  const condition = isFromEnd ? 'index >= 0' : 'index < length';
  const step = isFromEnd ? 'index--' : 'index++';
  return `function ${name}(callback, initialValue = undefined) {
  ${start(name)}
  let index = ${first};
  let accumulator = initialValue;
  if (%ArgumentCount() < 2) {
    while (${condition} && !(index in object)) ${step};
    if (!(${condition})) %ThrowTypeError('ReduceNoInitial');
    accumulator = object[index];
    ${step};
  }
  for (; ${condition}; ${step}) {
    if (index in object) accumulator = %Call(callback, undefined, accumulator, object[index], index, object);
  }
  return accumulator;
}`;
};

export const arraySelfHosted = {
  forEach: `function forEach(callback, thisArg = undefined) {
  ${start('forEach')}
  for (let index = 0; index < length; index++) {
    if (index in object) %Call(callback, thisArg, object[index], index, object);
  }
}`,

  map: `function map(callback, thisArg = undefined) {
  ${start('map')}
  const species = %ArraySpecies(object);
  if (species === undefined) {
    const result = %NewMappedArray(object, length);
    for (let index = 0; index < length; index++) {
      if (index in object) %AppendElement(result, %Call(callback, thisArg, object[index], index, object));
      else %AppendHole(result);
    }
    return result;
  }
  const result = new species(length);
  for (let index = 0; index < length; index++) {
    if (index in object) %CreateDataProperty(result, index, %Call(callback, thisArg, object[index], index, object));
  }
  return result;
}`,

  filter: `function filter(callback, thisArg = undefined) {
  ${start('filter')}
  const species = %ArraySpecies(object);
  const result = species === undefined ? %NewArrayLike(object) : new species(0);
  let to = 0;
  for (let index = 0; index < length; index++) {
    if (index in object) {
      const value = object[index];
      if (%Call(callback, thisArg, value, index, object)) %CreateDataProperty(result, to++, value);
    }
  }
  return result;
}`,

  some: test('some'),
  every: test('every'),
  reduce: reduce('reduce'),
  reduceRight: reduce('reduceRight'),
  find: find('find', false, 'value', 'undefined'),
  findIndex: find('findIndex', false, 'index', '-1'),
  findLast: find('findLast', true, 'value', 'undefined'),
  findLastIndex: find('findLastIndex', true, 'index', '-1'),

  flatMap: `function flatMap(callback, thisArg = undefined) {
  const object = %ToObject(this);
  const length = %ToLength(object.length);
  if (!%IsCallable(callback)) %ThrowCalledNonCallable(callback);
  const result = %ArraySpeciesCreate(object, 0);
  let to = 0;
  for (let index = 0; index < length; index++) {
    if (!(index in object)) continue;
    const value = %Call(callback, thisArg, object[index], index, object);
    if (!%IsArray(value)) {
      %CreateDataProperty(result, to++, value);
      continue;
    }
    const count = %ToLength(value.length);
    for (let inner = 0; inner < count; inner++) {
      if (inner in value) %CreateDataProperty(result, to++, value[inner]);
    }
  }
  return result;
}`,
};

export const arrayStaticSelfHosted = {
  from: `function from(items, mapper = undefined, thisArg = undefined) {
  if (mapper !== undefined && !%IsCallable(mapper)) %ThrowCalledNonCallable(mapper);
  if (items === undefined || items === null) %ThrowNotIterableValue(items);
  const isDefault = %IsArrayConstructor(this) || !%IsConstructor(this);
  if (isDefault && mapper === undefined) {
    const copy = %CopyFastArray(items);
    if (copy !== undefined) return copy;
    if (%IsListIterable(items)) return [...items];
  }
  const iteratorMethod = %ArrayIteratorMethod(items);
  let index = 0;
  if (iteratorMethod === undefined || iteratorMethod === null) {
    const arrayLike = %ToObject(items);
    const length = %ToLength(arrayLike.length);
    const result = isDefault ? %NewArrayOfLength(length) : new this(length);
    for (; index < length; index++) {
      let value = arrayLike[index];
      if (mapper !== undefined) value = %Call(mapper, thisArg, value, index);
      %CreateDataProperty(result, index, value);
    }
    result.length = length;
    return result;
  }
  const result = isDefault ? %NewPreallocatedArray() : new this();
  const iterator = %Call(iteratorMethod, items);
  if (!%IsObject(iterator)) %ThrowTypeError('SymbolIteratorInvalid');
  const next = iterator.next;
  for (;;) {
    const step = %Call(next, iterator);
    if (!%IsObject(step)) %ThrowTypeError('IteratorResultNotAnObject', %DescribeUnquoted(step));
    if (step.done) {
      result.length = index;
      return result;
    }
    let value = step.value;
    try {
      if (mapper !== undefined) value = %Call(mapper, thisArg, value, index);
      %CreateDataProperty(result, index, value);
    } catch (error) {
      try {
        const close = iterator.return;
        if (close !== undefined && close !== null) %Call(close, iterator);
      } catch {}
      throw error;
    }
    index++;
  }
}`,

  fromAsync: arrayFromAsyncSource,
};
