/**
 * DisposableStack and AsyncDisposableStack. ECMAScript 2026: 27.3, 27.4; V8: src/builtins/builtins-disposable-stack.cc,
 * builtins-async-disposable-stack.cc. A stack's state is a plain object that guest code cannot reach: `list` holds what is
 * to be disposed of, as {method, receiver, args, isAsync}.
 */
const open = (type: string, method: string): string => `
    const state = %DisposableState(this, "${type}", "${method}");
    if (state.isDisposed) %ThrowDisposed("${type}.prototype.${method}");`;

function adopt(type: string): string {
  const parameter = type === 'DisposableStack' ? 'onDispose' : 'onDisposeAsync';
  return `function adopt(value, ${parameter}) {
    ${open(type, 'adopt')}
    if (!%IsCallable(${parameter})) %ThrowTypeError("CalledNonCallable", ${parameter});
    %AppendElement(state.list, { method: ${parameter}, receiver: undefined, hasValue: true, value, isSync: false });
    return value;
  }`;
}

function defer(type: string): string {
  return `function defer(onDispose) {
    ${open(type, 'defer')}
    if (!%IsCallable(onDispose)) %ThrowTypeError("CalledNonCallable", onDispose);
    %AppendElement(state.list, { method: onDispose, receiver: undefined, hasValue: false, value: undefined, isSync: false });
  }`;
}

function move(type: string): string {
  return `function move() {
    ${open(type, 'move')}
    const moved = %NewDisposableStack(%Intrinsic("${type}"), "${type}");
    const target = %DisposableState(moved, "${type}", "move");
    const empty = target.list;
    target.list = state.list;
    state.list = empty;
    state.isDisposed = true;
    return moved;
  }`;
}

function constructorSource(type: string): string {
  return `function ${type}() {
    if (new.target === undefined) %ThrowTypeError("ConstructorNotFunction", "${type}");
    return %NewDisposableStack(new.target, "${type}");
  }`;
}

export const disposableStackConstructors = {
  DisposableStack: constructorSource('DisposableStack'),
  AsyncDisposableStack: constructorSource('AsyncDisposableStack'),
};

export const disposableStackSelfHosted: Readonly<Record<string, string>> = {
  use: `function use(value) {
    ${open('DisposableStack', 'use')}
    if (value === null || value === undefined) return value;
    if (!%IsObject(value)) %ThrowTypeError("ExpectAnObjectWithUsing");
    const method = value[%Symbol("dispose")];
    if (!%IsCallable(method)) %ThrowTypeError("NotCallableDispose", "Symbol(Symbol.dispose)");
    %AppendElement(state.list, { method, receiver: value, hasValue: false, value: undefined, isSync: false });
    return value;
  }`,
  dispose: `function dispose() {
    const state = %DisposableState(this, "DisposableStack", "dispose");
    if (state.isDisposed) return;
    state.isDisposed = true;
    const list = state.list;
    let hasError = false;
    let error;
    for (let i = list.length - 1; i >= 0; i--) {
      const { method, receiver, hasValue, value } = list[i];
      try {
        if (hasValue) %Call(method, receiver, value);
        else %Call(method, receiver);
      } catch (thrown) {
        error = hasError ? %NewSuppressedError(thrown, error) : thrown;
        hasError = true;
      }
    }
    if (hasError) throw error;
  }`,
  adopt: adopt('DisposableStack'),
  defer: defer('DisposableStack'),
  move: move('DisposableStack'),
};

export const asyncDisposableStackSelfHosted: Readonly<Record<string, string>> = {
  use: `function use(value) {
    ${open('AsyncDisposableStack', 'use')}
    if (value === null || value === undefined) {
      %AppendElement(state.list, { method: undefined, receiver: undefined, hasValue: false, value: undefined, isSync: false });
      return value;
    }
    if (!%IsObject(value)) %ThrowTypeError("ExpectAnObjectWithUsing");
    let method = value[%Symbol("asyncDispose")];
    const isSync = method === undefined || method === null;
    if (isSync) method = value[%Symbol("dispose")];
    if (!%IsCallable(method)) %ThrowTypeError("NotCallableDispose", isSync ? "Symbol(Symbol.dispose)" : "Symbol(Symbol.asyncDispose)");
    %AppendElement(state.list, { method, receiver: value, hasValue: false, value: undefined, isSync });
    return value;
  }`,
  disposeAsync: `function disposeAsync() { return %Call(%Intrinsic("DisposeAsync"), this); }`,
  adopt: adopt('AsyncDisposableStack'),
  defer: defer('AsyncDisposableStack'),
  move: move('AsyncDisposableStack'),
};

/** What disposeAsync is: an async function, which disposeAsync itself must not look like. */
export const disposeAsyncSource = `async function () {
  const state = %DisposableState(this, "AsyncDisposableStack", "disposeAsync");
  if (state.isDisposed) return;
  state.isDisposed = true;
  const list = state.list;
  let hasError = false;
  let error;
  let needsAwait = false;
  let hasAwaited = false;
  for (let i = list.length - 1; i >= 0; i--) {
    const { method, receiver, hasValue, value, isSync } = list[i];
    if (method === undefined) needsAwait = true;
    else try {
      const result = hasValue ? %Call(method, receiver, value) : %Call(method, receiver);
      hasAwaited = true;
      await (isSync ? undefined : result);
    } catch (thrown) {
      error = hasError ? %NewSuppressedError(thrown, error) : thrown;
      hasError = true;
    }
  }
  if (needsAwait && !hasAwaited) await undefined;
  if (hasError) throw error;
}`;

/** %AsyncIteratorPrototype%[Symbol.asyncDispose]. */
export const asyncIteratorDisposeSource = `async function () {
  const close = this.return;
  if (close === undefined || close === null) return;
  if (!%IsCallable(close)) %ThrowTypeError("CalledNonCallable", close);
  await %Call(close, this);
}`;
