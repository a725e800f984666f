/**
 * Promise's constructor, combinators, try and finally: builtins that call guest code. Rules for this source:
 * builtins/install.ts (selfHosted). Handlers that ECMAScript makes as anonymous functions are anonymous here too, since
 * their names can be read.
 */
export const promiseConstructorSource = `function Promise(executor) {
  if (new.target === undefined) %ThrowTypeError('PromiseConstructor');
  if (!%IsCallable(executor)) %ThrowTypeError('ResolverNotAFunction', %DescribeUnquoted(executor));
  const promise = %NewPromise(new.target);
  const functions = %CreateResolvingFunctions(promise);
  try {
    %Call(executor, undefined, functions[0], functions[1]);
  } catch (error) {
    %Call(functions[1], undefined, error);
  }
  return promise;
}`;

export const promiseSelfHosted = {
  all: `function all(iterable) {
  if (!%IsObject(this)) %ThrowTypeError('CalledOnNonObject', 'Promise.all');
  const constructor = this;
  const capability = %NewPromiseCapability(constructor);
  const values = %NewArray();
  let remaining = 1;
  let count = 0;
  try {
    const resolve = %GetPromiseResolve(constructor);
    %CheckIterable(iterable);
    for (const element of iterable) {
      const index = count++;
      let isCalled = false;
      %AppendElement(values, undefined);
      const next = %Call(resolve, constructor, element);
      remaining++;
      %Call(next.then, next, %MarkCombinatorElement('all', (value) => {
        if (isCalled) return;
        isCalled = true;
        values[index] = value;
        if (--remaining === 0) %Call(capability.resolve, undefined, values);
      }, index, capability.promise), capability.reject);
    }
    if (--remaining === 0) %Call(capability.resolve, undefined, values);
  } catch (error) {
    %Call(capability.reject, undefined, error);
  }
  return capability.promise;
}`,

  allSettled: `function allSettled(iterable) {
  if (!%IsObject(this)) %ThrowTypeError('CalledOnNonObject', 'Promise.allSettled');
  const constructor = this;
  const capability = %NewPromiseCapability(constructor);
  const values = %NewArray();
  let remaining = 1;
  let count = 0;
  try {
    const resolve = %GetPromiseResolve(constructor);
    %CheckIterable(iterable);
    for (const element of iterable) {
      const index = count++;
      let isCalled = false;
      %AppendElement(values, undefined);
      const next = %Call(resolve, constructor, element);
      remaining++;
      %Call(next.then, next, %MarkCombinatorElement('allSettled', (value) => {
        if (isCalled) return;
        isCalled = true;
        values[index] = %NewSettlement('fulfilled', 'value', value);
        if (--remaining === 0) %Call(capability.resolve, undefined, values);
      }, index, capability.promise), (reason) => {
        if (isCalled) return;
        isCalled = true;
        values[index] = %NewSettlement('rejected', 'reason', reason);
        if (--remaining === 0) %Call(capability.resolve, undefined, values);
      });
    }
    if (--remaining === 0) %Call(capability.resolve, undefined, values);
  } catch (error) {
    %Call(capability.reject, undefined, error);
  }
  return capability.promise;
}`,

  any: `function any(iterable) {
  if (!%IsObject(this)) %ThrowTypeError('CalledOnNonObject', 'Promise.any');
  const constructor = this;
  const capability = %NewPromiseCapability(constructor);
  const errors = %NewArray();
  let remaining = 1;
  let count = 0;
  try {
    const resolve = %GetPromiseResolve(constructor);
    %CheckIterable(iterable);
    for (const element of iterable) {
      const index = count++;
      let isCalled = false;
      %AppendElement(errors, undefined);
      const next = %Call(resolve, constructor, element);
      remaining++;
      %Call(next.then, next, capability.resolve, %MarkCombinatorElement('any', (reason) => {
        if (isCalled) return;
        isCalled = true;
        errors[index] = reason;
        if (--remaining === 0) %Call(capability.reject, undefined, %NewPromiseAnyError(errors));
      }, index, capability.promise));
    }
    if (--remaining === 0) %Call(capability.reject, undefined, %NewPromiseAnyError(errors));
  } catch (error) {
    %Call(capability.reject, undefined, error);
  }
  return capability.promise;
}`,

  race: `function race(iterable) {
  if (!%IsObject(this)) %ThrowTypeError('CalledOnNonObject', 'Promise.race');
  const constructor = this;
  const capability = %NewPromiseCapability(constructor);
  try {
    const resolve = %GetPromiseResolve(constructor);
    %CheckIterable(iterable);
    for (const element of iterable) {
      const next = %Call(resolve, constructor, element);
      %Call(next.then, next, capability.resolve, capability.reject);
    }
  } catch (error) {
    %Call(capability.reject, undefined, error);
  }
  return capability.promise;
}`,

  try: `function (callback, ...args) {
  if (!%IsObject(this)) %ThrowTypeError('CalledOnNonObject', 'Promise.try');
  const capability = %NewPromiseCapability(this);
  try {
    %Call(capability.resolve, undefined, %Apply(callback, undefined, args));
  } catch (error) {
    %Call(capability.reject, undefined, error);
  }
  return capability.promise;
}`,
};

export const promisePrototypeSelfHosted = {
  finally: `function (onFinally) {
  const promise = this;
  if (!%IsObject(promise)) %ThrowTypeError('CalledOnNonObject', 'Promise.prototype.finally');
  const constructor = %PromiseSpeciesConstructor(promise);
  if (!%IsCallable(onFinally)) return %Call(promise.then, promise, onFinally, onFinally);
  return %Call(promise.then, promise, (value) => {
    const settled = %PromiseResolve(constructor, %Call(onFinally, undefined));
    return %Call(settled.then, settled, () => value);
  }, (reason) => {
    const settled = %PromiseResolve(constructor, %Call(onFinally, undefined));
    return %Call(settled.then, settled, () => {
      throw reason;
    });
  });
}`,
};
