/**
 * What `using` and `await using` do, as self-hosted functions. A stack of disposables is a plain object that guest code
 * cannot reach. ECMAScript 2026: AddDisposableResource, DisposeResources; V8: src/runtime/runtime-disposable-stack.cc,
 * src/objects/js-disposable-stack.cc.
 */
const checked = `
    if (!%IsObject(value)) %ThrowTypeError('ExpectAnObjectWithUsing');`;

export const usingFunctions = {
  InitializeDisposableStack: `function () {
    return {
      __proto__: null, list: %NewArray(), isDisposed: false, hasError: false, error: undefined, isNewError: false,
      needsAwait: false, hasAwaited: false
    };
  }`,
  AddDisposableValue: `function (stack, value) {
    if (value === null || value === undefined) return value;${checked}
    const method = value[%Symbol('dispose')];
    if (!%IsCallable(method)) %ThrowTypeError('NotCallableDispose', 'Symbol(Symbol.dispose)');
    %AppendElement(stack.list, { method, receiver: value, isAsync: false, isFallback: false });
    return value;
  }`,
  AddAsyncDisposableValue: `function (stack, value) {
    if (value === null || value === undefined) {
      %AppendElement(stack.list, { method: undefined, receiver: undefined, isAsync: true, isFallback: false });
      return value;
    }${checked}
    let method = value[%Symbol('asyncDispose')];
    const isFallback = method === undefined || method === null;
    if (isFallback) method = value[%Symbol('dispose')];
    if (!%IsCallable(method)) %ThrowTypeError('NotCallableDispose', isFallback ? 'Symbol(Symbol.dispose)' : 'Symbol(Symbol.asyncDispose)');
    %AppendElement(stack.list, { method, receiver: value, isAsync: true, isFallback });
    return value;
  }`,
  // The error with which the scope was left is thrown again by the scope itself, unless a disposal replaced it.
  DisposeDisposableStack: `function (stack, token, result, message, isAsync) {
    if (!stack.isDisposed) {
      stack.isDisposed = true;
      stack.hasError = token === 0;
      stack.error = result;
    }
    const list = stack.list;
    while (list.length > 0) {
      const { method, receiver, isAsync, isFallback } = list[list.length - 1];
      if (!isAsync && stack.needsAwait && !stack.hasAwaited) {
        stack.needsAwait = false;
        return %PromiseResolve(%Intrinsic('Promise'), undefined);
      }
      list.length--;
      if (method === undefined) stack.needsAwait = true;
      else {
        try {
          let value;
          if (isFallback) {
            try {
              %Call(method, receiver);
            } catch (error) {
              value = %PromiseReject(error);
            }
          } else value = %Call(method, receiver);
          if (isAsync) {
            stack.hasAwaited = true;
            return %PromiseResolve(%Intrinsic('Promise'), value);
          }
        } catch (error) {
          %HandleExceptionsInDisposeDisposableStack(stack, error);
        }
      }
    }
    if (isAsync && stack.needsAwait && !stack.hasAwaited) {
      stack.hasAwaited = true;
      return %PromiseResolve(%Intrinsic('Promise'), undefined);
    }
    if (stack.isNewError) throw stack.error;
    return true;
  }`,
  HandleExceptionsInDisposeDisposableStack: `function (stack, error) {
    stack.error = stack.hasError ? %NewSuppressedError(error, stack.error) : error;
    stack.hasError = true;
    stack.isNewError = true;
  }`,
} as const;
