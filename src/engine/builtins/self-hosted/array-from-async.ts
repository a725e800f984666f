/**
 * Array.fromAsync as V8 has it: no async function but steps that wait for each other. V8: src/builtins/array-from-async.tq.
 *
 * It closes the iterator after whatever fails, also after its own `next`, and again when closing is rejected.
 */
export const arrayFromAsyncSource = `function fromAsync(items, mapper = undefined, thisArg = undefined) {
  const capability = %NewPromiseCapability(%Intrinsic('Promise'));
  const reject = (error) => { %Call(capability.reject, undefined, error); };
  const when = (value, onFulfilled, onRejected) => {
    %PerformPromiseThen(%PromiseResolve(%Intrinsic('Promise'), value), onFulfilled, onRejected);
  };
  try {
    if (mapper !== undefined && !%IsCallable(mapper)) %ThrowTypeError('CalledNonCallable', %DescribeUnquoted(mapper));
    const isDefault = %IsArrayConstructor(this) || !%IsConstructor(this);
    let index = 0;
    let method = %AsyncIteratorMethod(items);
    const isAsync = method !== undefined;
    if (!isAsync) method = %IteratorMethod(items);
    if (method === undefined) {
      const arrayLike = %ToObject(items);
      const length = %ToLength(arrayLike.length);
      const result = isDefault ? %NewArrayOfLength(length) : new this(length);
      const finish = (value) => {
        try {
          %CreateDataProperty(result, index++, value);
          read();
        } catch (error) { reject(error); }
      };
      const map = (value) => {
        try { when(%Call(mapper, thisArg, value, index), finish, reject); } catch (error) { reject(error); }
      };
      const read = () => {
        if (index < length) return when(arrayLike[index], mapper === undefined ? finish : map, reject);
        result.length = index;
        %Call(capability.resolve, undefined, result);
      };
      try { read(); } catch (error) { reject(error); }
      return capability.promise;
    }
    let iterator = %Call(method, items);
    if (!%IsObject(iterator)) %ThrowTypeError('SymbolIteratorInvalid');
    if (!isAsync) iterator = %AsyncFromSyncIterator(iterator);
    const next = iterator.next;
    const result = isDefault ? %NewPreallocatedArray() : new this();
    const close = (error) => {
      try {
        const method = iterator.return;
        if (method === undefined || method === null) return reject(error);
        when(%Call(method, iterator), () => reject(error), close);
      } catch {}
    };
    const add = (value) => {
      %CreateDataProperty(result, index, value);
      index++;
      step();
    };
    const addMapped = (value) => { try { add(value); } catch (error) { close(error); } };
    const take = (step) => {
      try {
        if (!%IsObject(step)) %ThrowTypeError('IteratorResultNotAnObject', 'Array.fromAsync');
        if (step.done) {
          result.length = index;
          %Call(capability.resolve, undefined, result);
          return;
        }
        const value = step.value;
        if (mapper === undefined) add(value);
        else when(%Call(mapper, thisArg, value, index), addMapped, close);
      } catch (error) { close(error); }
    };
    const step = () => { when(%Call(next, iterator), take, close); };
    try { step(); } catch (error) { close(error); }
  } catch (error) { reject(error); }
  return capability.promise;
}`;
