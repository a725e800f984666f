/** Typed array methods that call the program's functions. V8: src/builtins/typed-array-*.tq. */

const requireCallback =
  'if (!%IsCallable(callback)) %ThrowTypeError("CalledNonCallable", %DescribeCallSite(callback));';

function callbackMethod(name: string, before: string, each: string, after: string, backwards = false): string {
  const loop = backwards ? 'for (let k = length - 1; k >= 0; k--)' : 'for (let k = 0; k < length; k++)';
  return `function ${name}(callback) {
    const thisArg = arguments[1];
    const length = %TypedArrayLength(this, "%TypedArray%.prototype.${name}");
    ${requireCallback}
    ${before}
    ${loop} {
      const value = this[k];
      const result = %Call(callback, thisArg, value, k, this);
      ${each}
    }
    ${after}
  }`;
}

/** Merge sort, in V8's order of comparisons. V8: TypedArrayMergeSort in src/builtins/typed-array-sort.tq. */
const mergeSorted = `const merge = (source, from, middle, to, target) => {
      let left = from;
      let right = middle;
      for (let at = from; at < to; at++) {
        if (left < middle && right < to) {
          const order = +%Call(comparator, undefined, source[left], source[right]);
          target[at] = order > 0 ? source[right++] : source[left++];
        } else target[at] = left < middle ? source[left++] : source[right++];
      }
    };
    const sortRange = (source, from, to, target) => {
      const middle = from + ((to - from) >> 1);
      if (middle - from > 1) sortRange(target, from, middle, source);
      if (to - middle > 1) sortRange(target, middle, to, source);
      merge(source, from, middle, to, target);
    };
    const mergeSorted = (values, length) => {
      const sorted = %CopyValues(values, 0, length);
      if (length > 1) sortRange(values, 0, length, sorted);
      return sorted;
    };`;

function reduceMethod(name: string, backwards: boolean): string {
  return `function ${name}(callback) {
    const length = %TypedArrayLength(this, "%TypedArray%.prototype.${name}");
    ${requireCallback}
    let k = ${backwards ? 'length - 1' : '0'};
    let result;
    if (arguments.length > 1) result = arguments[1];
    else {
      if (length === 0) %ThrowTypeError("ReduceNoInitial");
      result = this[k];
      k ${backwards ? '-= 1' : '+= 1'};
    }
    for (; ${backwards ? 'k >= 0; k--' : 'k < length; k++'}) result = %Call(callback, undefined, result, this[k], k, this);
    return result;
  }`;
}

export const typedArraySelfHosted: Readonly<Record<string, string>> = {
  every: callbackMethod('every', '', 'if (!result) return false;', 'return true;'),
  some: callbackMethod('some', '', 'if (result) return true;', 'return false;'),
  forEach: callbackMethod('forEach', '', '', ''),
  find: callbackMethod('find', '', 'if (result) return value;', ''),
  findIndex: callbackMethod('findIndex', '', 'if (result) return k;', 'return -1;'),
  findLast: callbackMethod('findLast', '', 'if (result) return value;', '', true),
  findLastIndex: callbackMethod('findLastIndex', '', 'if (result) return k;', 'return -1;', true),
  map: callbackMethod(
    'map',
    'const target = %TypedArraySpeciesCreate(this, length);',
    'target[k] = result;',
    'return target;',
  ),
  filter: callbackMethod(
    'filter',
    'const kept = %NewArray();',
    'if (result) %AppendElement(kept, value);',
    'const target = %TypedArraySpeciesCreate(this, kept.length); for (let i = 0; i < kept.length; i++) target[i] = kept[i]; return target;',
  ),
  reduce: reduceMethod('reduce', false),
  reduceRight: reduceMethod('reduceRight', true),
  sort: `function sort(comparator) {
    ${mergeSorted}
    if (comparator !== undefined && !%IsCallable(comparator)) %ThrowTypeError("BadSortComparisonFunction", comparator);
    const length = %TypedArrayLength(this, "%TypedArray%.prototype.sort");
    if (comparator === undefined) return %TypedArraySort(this);
    const work = %TypedArrayValues(this, length);
    const sorted = mergeSorted(work, length);
    for (let k = 0; k < length; k++) this[k] = sorted[k];
    return this;
  }`,
  toSorted: `function toSorted(comparator) {
    ${mergeSorted}
    if (comparator !== undefined && !%IsCallable(comparator)) %ThrowTypeError("BadSortComparisonFunction", comparator);
    const length = %TypedArrayLength(this, "%TypedArray%.prototype.toSorted");
    const work = %TypedArrayValues(this, length);
    const target = %TypedArrayCreateSame(this, length);
    const sorted = comparator === undefined ? work : mergeSorted(work, length);
    for (let k = 0; k < length; k++) target[k] = sorted[k];
    return comparator === undefined ? %TypedArraySort(target) : target;
  }`,
};

export const typedArrayStaticSelfHosted: Readonly<Record<string, string>> = {
  of: `function of(...items) {
    if (!%IsConstructor(this)) %ThrowTypeError("NotConstructor", this);
    const length = items.length;
    const target = %TypedArrayCreate(this, length);
    for (let k = 0; k < length; k++) target[k] = items[k];
    return target;
  }`,
  from: `function from(source) {
    const mapper = arguments[1];
    const thisArg = arguments[2];
    if (!%IsConstructor(this)) %ThrowTypeError("NotConstructor", this);
    if (mapper !== undefined && !%IsCallable(mapper)) %ThrowTypeError("CalledNonCallable", mapper);
    const values = %TypedArrayIterableValues(source);
    const list = values === undefined ? %ToObject(source) : values;
    const length = values === undefined ? %ToLength(list.length) : list.length;
    const target = %TypedArrayCreate(this, length);
    for (let k = 0; k < length; k++) {
      const value = list[k];
      target[k] = mapper === undefined ? value : %Call(mapper, thisArg, value, k);
    }
    return target;
  }`,
};
