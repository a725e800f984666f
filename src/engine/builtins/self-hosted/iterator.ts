/**
 * Iterator.from, the methods of Iterator.prototype and the helpers' next and return. Rules for this source: builtins/install.ts
 * (selfHosted).
 */
const checkReceiver = (name: string): string =>
  `if (!%IsObject(this)) %ThrowTypeError('CalledOnNonObject', 'Iterator.prototype.${name}');`;

/** Closes \`iterator\` because of an error, which goes on. */
const closeAndThrow = (iterator: string, error: string): string => `
  try {
    const close = ${iterator}.return;
    if (close !== undefined && close !== null) %Call(close, ${iterator});
  } catch {}
  throw ${error};`;

const close = (iterator: string): string => `
  {
    const close = ${iterator}.return;
    if (close !== undefined && close !== null) {
      const closed = %Call(close, ${iterator});
      if (!%IsObject(closed)) %ThrowTypeError('CalledOnNonObject', 'return');
    }
  }`;

/** A callback that is none closes the receiver: ECMAScript since 2025. Of flatMap's V8 names the method in place of the value. */
const checkCallback = (name: string): string => `
  ${checkReceiver(name)}
  const iterator = this;
  if (!%IsCallable(callback)) {
    try {
      ${name === 'flatMap' ? `%ThrowTypeError('CalledNonCallable', 'Iterator.prototype.flatMap')` : '%ThrowCalledNonCallable(callback)'};
    } catch (error) {
      ${closeAndThrow('iterator', 'error')}
    }
  }
  const next = iterator.next;`;

const step = `
  const step = %Call(next, iterator);
  if (!%IsObject(step)) %ThrowTypeError('IteratorResultNotAnObject', %DescribeUnquoted(step));`;

/** Calls the callback for each value until it says that it is enough. */
const loop = (name: string, onDone: string, onResult: string): string => `function ${name}(callback) {
  ${checkCallback(name)}
  let index = 0;
  for (;;) {
    ${step}
    if (step.done) return ${onDone};
    const value = step.value;
    let result;
    try {
      result = %Call(callback, undefined, value, index);
    } catch (error) {
      ${closeAndThrow('iterator', 'error')}
    }
    index++;
    ${onResult}
  }
}`;

const helper = (name: 'map' | 'filter' | 'flatMap'): string => `function ${name}(callback) {
  ${checkCallback(name)}
  return %NewIteratorHelper({
    kind: '${name}', iterator, next, callback, index: 0, remaining: 0, inner: undefined, innerNext: undefined,
    isDone: false, isRunning: false, mustClose: false,
  });
}`;

const limit = (name: 'take' | 'drop'): string => `function ${name}(count) {
  ${checkReceiver(name)}
  const iterator = this;
  let remaining;
  try {
    remaining = +count;
    if (remaining !== remaining) %ThrowRangeError('MustBePositive', %DescribeUnquoted(count));
    remaining = %ToInteger(remaining);
    if (remaining < 0) %ThrowRangeError('MustBePositive', %DescribeUnquoted(count));
  } catch (error) {
    ${closeAndThrow('iterator', 'error')}
  }
  const next = iterator.next;
  return %NewIteratorHelper({
    kind: '${name}', iterator, next, callback: undefined, index: 0, remaining, inner: undefined, innerNext: undefined,
    isDone: false, isRunning: false, mustClose: false,
  });
}`;

export const iteratorPrototypeSelfHosted = {
  reduce: `function reduce(callback, initialValue = undefined) {
  ${checkCallback('reduce')}
  let index = 0;
  let accumulator = initialValue;
  if (%ArgumentCount() < 2) {
    ${step}
    if (step.done) %ThrowTypeError('IteratorReduceNoInitial');
    accumulator = step.value;
    index = 1;
  }
  for (;;) {
    ${step}
    if (step.done) return accumulator;
    const value = step.value;
    try {
      accumulator = %Call(callback, undefined, accumulator, value, index);
    } catch (error) {
      ${closeAndThrow('iterator', 'error')}
    }
    index++;
  }
}`,

  toArray: `function toArray() {
  ${checkReceiver('toArray')}
  const iterator = this;
  const next = iterator.next;
  const result = %NewTaggedArray();
  for (;;) {
    ${step}
    if (step.done) {
      %TrimStore(result);
      return result;
    }
    %AppendElement(result, step.value);
  }
}`,

  forEach: loop('forEach', 'undefined', ''),
  some: loop('some', 'false', `if (result) { ${close('iterator')} return true; }`),
  every: loop('every', 'true', `if (!result) { ${close('iterator')} return false; }`),
  find: loop('find', 'undefined', `if (result) { ${close('iterator')} return value; }`),
  map: helper('map'),
  filter: helper('filter'),
  take: limit('take'),
  drop: limit('drop'),
  flatMap: helper('flatMap'),
};

/** The iterator of \`value\`: ECMAScript GetIteratorFlattenable. */
const flattenable = (value: string, method: string, isStringAllowed: boolean): string => `
  if (!%IsObject(${value})${isStringAllowed ? ` && typeof ${value} !== 'string'` : ''}) %ThrowTypeError('CalledOnNonObject', '${method}');
  let iterator = ${value};
  {
    const iteratorMethod = %GetIteratorMethod(${value});
    if (iteratorMethod !== undefined && iteratorMethod !== null) iterator = %Call(iteratorMethod, ${value});
    if (!%IsObject(iterator)) %ThrowTypeError('NotIterable', %Describe(${value}));
  }`;

export const iteratorStaticSelfHosted = {
  from: `function from(value) {
  ${flattenable('value', 'Iterator.from', true)}
  const next = iterator.next;
  if (%IsInstanceOfIterator(iterator)) return iterator;
  return %NewWrapForValidIterator({ iterator, next });
}`,
};

export const wrapForValidIteratorSelfHosted = {
  next: `function next() {
  const state = %WrapForValidIteratorState(this, 'next');
  return %Call(state.next, state.iterator);
}`,
  return: `function () {
  const iterator = %WrapForValidIteratorState(this, 'return').iterator;
  const close = iterator.return;
  if (close === undefined || close === null) return { value: undefined, done: true };
  return %Call(close, iterator);
}`,
};

const outerStep = `
  const step = %Call(state.next, state.iterator);
  if (!%IsObject(step)) %ThrowTypeError('IteratorResultNotAnObject', %DescribeUnquoted(step));
  if (step.done) {
    state.isDone = true;
    return { value: undefined, done: true };
  }`;

export const iteratorHelperSelfHosted = {
  next: `function next() {
  const state = %IteratorHelperState(this, 'next');
  if (state.isRunning) %ThrowTypeError('GeneratorRunning');
  if (state.isDone) return { value: undefined, done: true };
  state.isRunning = true;
  try {
    const kind = state.kind;
    if (kind === 'map') {
      ${outerStep}
      const value = step.value;
      state.mustClose = true;
      const result = %Call(state.callback, undefined, value, state.index++);
      state.mustClose = false;
      return { value: result, done: false };
    }
    if (kind === 'filter') {
      for (;;) {
        ${outerStep}
        const value = step.value;
        state.mustClose = true;
        const isSelected = %Call(state.callback, undefined, value, state.index++);
        state.mustClose = false;
        if (isSelected) return { value, done: false };
      }
    }
    if (kind === 'take') {
      if (state.remaining === 0) {
        state.isDone = true;
        const iterator = state.iterator;
        ${close('iterator')}
        return { value: undefined, done: true };
      }
      state.remaining--;
      ${outerStep}
      return { value: step.value, done: false };
    }
    if (kind === 'drop') {
      while (state.remaining > 0) {
        state.remaining--;
        ${outerStep}
      }
      ${outerStep}
      return { value: step.value, done: false };
    }
    for (;;) {
      if (state.inner !== undefined) {
        state.mustClose = true;
        const step = %Call(state.innerNext, state.inner);
        if (!%IsObject(step)) %ThrowTypeError('IteratorResultNotAnObject', %DescribeUnquoted(step));
        const isDone = step.done;
        const value = isDone ? undefined : step.value;
        state.mustClose = false;
        if (!isDone) return { value, done: false };
        state.inner = undefined;
      }
      ${outerStep}
      const value = step.value;
      state.mustClose = true;
      const mapped = %Call(state.callback, undefined, value, state.index++);
      ${flattenable('mapped', 'Iterator.prototype.flatMap', false)}
      state.innerNext = iterator.next;
      state.inner = iterator;
      state.mustClose = false;
    }
  } catch (error) {
    state.isDone = true;
    if (state.mustClose) {
      const iterator = state.iterator;
      ${closeAndThrow('iterator', 'error')}
    }
    throw error;
  } finally {
    state.isRunning = false;
  }
}`,

  return: `function () {
  const state = %IteratorHelperState(this, 'return');
  if (state.isRunning) %ThrowTypeError('GeneratorRunning');
  if (state.isDone) return { value: undefined, done: true };
  state.isDone = true;
  const iterator = state.iterator;
  const inner = state.inner;
  if (inner !== undefined) {
    try {
      ${close('inner')}
    } catch (error) {
      ${closeAndThrow('iterator', 'error')}
    }
  }
  ${close('iterator')}
  return { value: undefined, done: true };
}`,
};
