/**
 * Operations of the interpreter that may run guest code several times, as self-hosted functions: so conversions by
 * valueOf, toString and iterators run in explicit frames. V8: Torque builtins such as ToPrimitive and IterableToList.
 */
import { decoratorFunctions } from './decorator-functions.ts';
import { usingFunctions } from './using-functions.ts';

const toPrimitive = (hint: string): string => `
  function (input) {
    if (!%IsObject(input)) return input;
    const exotic = input[%Symbol('toPrimitive')];
    if (exotic !== undefined && exotic !== null) {
      const result = %Call(exotic, input, '${hint}');
      if (!%IsObject(result)) return result;
      %ThrowTypeError('CannotConvertToPrimitive');
    }
    const first = input.${hint === 'string' ? 'toString' : 'valueOf'};
    if (%IsCallable(first)) {
      const result = %Call(first, input);
      if (!%IsObject(result)) return result;
    }
    const second = input.${hint === 'string' ? 'valueOf' : 'toString'};
    if (%IsCallable(second)) {
      const result = %Call(second, input);
      if (!%IsObject(result)) return result;
    }
    %ThrowTypeError('CannotConvertToPrimitive');
  }`;

const binary = (operator: string, hint: 'Default' | 'Number'): string =>
  `function (left, right) { left = %ToPrimitive${hint}(left); return left ${operator} %ToPrimitive${hint}(right); }`;
/** Arithmetic converts each side to a numeric before the other is looked at as a primitive. */
const arithmetic = (operator: string): string =>
  `function (left, right) { left = %ToNumeric(%ToPrimitiveNumber(left)); return left ${operator} %ToNumeric(%ToPrimitiveNumber(right)); }`;

export const internalFunctions = {
  ...usingFunctions,
  ...decoratorFunctions,
  ToPropertyKey: 'function (value) { return %ToName(%ToPrimitiveString(value)); }',
  ToPrimitiveDefault: toPrimitive('default'),
  ToPrimitiveNumber: toPrimitive('number'),
  ToPrimitiveString: toPrimitive('string'),
  Add: binary('+', 'Default'),
  Sub: arithmetic('-'),
  Mul: arithmetic('*'),
  Div: arithmetic('/'),
  Mod: arithmetic('%'),
  Exp: arithmetic('**'),
  BitwiseOr: arithmetic('|'),
  BitwiseXor: arithmetic('^'),
  BitwiseAnd: arithmetic('&'),
  ShiftLeft: arithmetic('<<'),
  ShiftRight: arithmetic('>>'),
  ShiftRightLogical: arithmetic('>>>'),
  LessThan: binary('<', 'Number'),
  GreaterThan: binary('>', 'Number'),
  LessThanOrEqual: binary('<=', 'Number'),
  GreaterThanOrEqual: binary('>=', 'Number'),
  LooseEquals: `function (left, right) {
    if (%IsObject(left)) left = %ToPrimitiveDefault(left); else right = %ToPrimitiveDefault(right);
    return left == right;
  }`,
  Negate: 'function (value) { return -%ToPrimitiveNumber(value); }',
  BitwiseNot: 'function (value) { return ~%ToPrimitiveNumber(value); }',
  Increment: 'function (value, by) { value = %ToNumeric(%ToPrimitiveNumber(value)); return %IncrementBy(value, by); }',
  ToNumber: 'function (value) { return %ToNumber(%ToPrimitiveNumber(value)); }',
  ToNumeric: 'function (value) { return %ToNumeric(%ToPrimitiveNumber(value)); }',
  ToString: 'function (value) { return %ToString(%ToPrimitiveString(value)); }',
  ToName: 'function (value) { return %ToName(%ToPrimitiveString(value)); }',
  CallWithSpread: `function (callee, receiver, before, spread) {
    for (const value of spread) %AppendElement(before, value);
    return %Apply(callee, receiver, before);
  }`,
  ConstructWithSpread: `function (callee, before, spread, newTarget) {
    for (const value of spread) %AppendElement(before, value);
    return %Construct(callee, before, newTarget);
  }`,
  ArrayFromIterable: `function (iterable) {
    const result = %NewTaggedArray();
    for (const value of iterable) %AppendElement(result, value);
    %TrimStore(result);
    return result;
  }`,
  // A getter of `return` or `throw` that throws does so at once in V8, without a promise.
  AsyncFromSyncIterator: `function (iterator) {
    const next = iterator.next;
    const close = () => {
      const method = iterator.return;
      if (method !== undefined && method !== null) return { result: %Call(method, iterator) };
    };
    const closeFor = (error) => {
      try { close(); } catch {}
      throw error;
    };
    const settle = (result, onRejected) => {
      if (!%IsObject(result)) %ThrowTypeError('IteratorResultNotAnObject', %DescribeUnquoted(result));
      const done = !!result.done;
      const capability = %NewPromiseCapability(%Intrinsic('Promise'));
      %PerformPromiseThen(
        %PromiseResolve(%Intrinsic('Promise'), result.value),
        (value) => %IterResult(value, done),
        done ? undefined : onRejected,
        capability
      );
      return capability.promise;
    };
    const reject = (error) => %PromiseReject(error);
    return {
      __proto__: null,
      [%Symbol('toStringTag')]: 'Async-from-Sync Iterator',
      next(value) {
        try {
          try {
            return settle(%ArgumentCount() === 0 ? %Call(next, iterator) : %Call(next, iterator, value), closeFor);
          } catch (error) { closeFor(error); }
        } catch (error) { return reject(error); }
      },
      return(value) {
        const method = iterator.return;
        try {
          if (method === undefined || method === null) return %PromiseResolve(%Intrinsic('Promise'), %IterResult(value, true));
          return settle(%ArgumentCount() === 0 ? %Call(method, iterator) : %Call(method, iterator, value), undefined);
        } catch (error) { return reject(error); }
      },
      throw(value) {
        const method = iterator.throw;
        try {
          if (method === undefined || method === null) {
            const closed = close();
            if (closed !== undefined && !%IsObject(closed.result)) %ThrowTypeError('CalledOnNonObject', 'return');
            %ThrowTypeError('ThrowMethodMissing');
          }
          try {
            return settle(%Call(method, iterator, value), closeFor);
          } catch (error) { closeFor(error); }
        } catch (error) { return reject(error); }
      },
    };
  }`,
  InstanceOf: `function (value, target) {
    const prototype = target.prototype;
    if (!%IsObject(prototype)) %ThrowTypeError('InstanceofNonobjectProto', %DescribeUnquoted(prototype));
    return %HasInPrototypeChain(value, prototype);
  }`,
} as const satisfies Record<string, string>;

export type InternalFunction = keyof typeof internalFunctions;
