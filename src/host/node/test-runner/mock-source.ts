/** Functions, methods and properties that record their use. Node: lib/internal/test_runner/mock/mock.js. */
export const testMockSource = String.raw`function (require, global) {
  const { Object, Map, Proxy, Reflect, Error, Infinity: endless } = global;
  const { validateObject, validateInteger, validateBoolean, throwInvalidValue } = require('internal/validators');
  const unchanged = { unchanged() {} }.unchanged;
  /** By the context that the program sees: what only the mocked function itself does with it. */
  let follow;
  let next;
  class MockFunctionContext {
    #calls = [];
    #once = new Map();
    #implementation;
    #restored;
    #times;
    static {
      follow = (context, call) => { context.#calls.push(call); };
      next = (context) => {
        const at = context.#calls.length;
        const implementation = context.#once.get(at) ?? context.#implementation;
        if (at + 1 === context.#times) context.restore();
        context.#once.delete(at);
        return implementation;
      };
    }
    constructor(implementation, restored, times) {
      this.#implementation = implementation;
      this.#restored = restored;
      this.#times = times;
    }
    get calls() { return this.#calls.slice(0); }
    callCount() { return this.#calls.length; }
    mockImplementation(implementation) {
      %ValidateFunction(implementation, 'implementation');
      this.#implementation = implementation;
    }
    mockImplementationOnce(implementation, onCall) {
      %ValidateFunction(implementation, 'implementation');
      const first = this.#calls.length;
      const call = onCall ?? first;
      validateInteger(call, 'onCall', first);
      this.#once.set(call, implementation);
    }
    restore() {
      const { descriptor, object, original, methodName } = this.#restored;
      if (typeof methodName === 'string') Object.defineProperty(object, methodName, { __proto__: null, ...descriptor });
      else this.#implementation = original;
    }
    resetCalls() { this.#calls = []; }
  }
  class MockPropertyContext {
    #object;
    #propertyName;
    #value;
    #original;
    #descriptor;
    #accesses = [];
    #once = new Map();
    constructor(object, propertyName, value, hasValue) {
      this.#object = object;
      this.#propertyName = propertyName;
      this.#original = object[propertyName];
      this.#value = hasValue ? value : this.#original;
      this.#descriptor = Object.getOwnPropertyDescriptor(object, propertyName);
      if (this.#descriptor === undefined) throwInvalidValue('propertyName', propertyName, 'is not a property of the object');
      const { configurable, enumerable } = this.#descriptor;
      Object.defineProperty(object, propertyName, {
        __proto__: null,
        configurable,
        enumerable,
        get: () => this.#record('get', this.#value),
        set: this.mockImplementation.bind(this),
      });
    }
    get accesses() { return this.#accesses.slice(0); }
    accessCount() { return this.#accesses.length; }
    mockImplementation(value) {
      if (!this.#descriptor.writable) throwInvalidValue('propertyName', this.#propertyName, 'cannot be set');
      this.#value = this.#record('set', value);
    }
    #record(type, value) {
      const at = this.#accesses.length;
      if (this.#once.has(at)) {
        value = this.#once.get(at);
        this.#once.delete(at);
      }
      this.#accesses.push({ __proto__: null, type, value, stack: new Error() });
      return value;
    }
    mockImplementationOnce(value, onAccess) {
      const first = this.#accesses.length;
      const access = onAccess ?? first;
      validateInteger(access, 'onAccess', first);
      this.#once.set(access, value);
    }
    resetAccesses() { this.#accesses = []; }
    restore() {
      Object.defineProperty(this.#object, this.#propertyName, { __proto__: null, ...this.#descriptor, value: this.#original });
    }
  }
  const restoreFunction = MockFunctionContext.prototype.restore;
  const restoreProperty = MockPropertyContext.prototype.restore;
  function validateTimes(times) {
    if (times !== endless) validateInteger(times, 'options.times', 1);
  }
  function validateName(name, argument) {
    if (typeof name !== 'string' && typeof name !== 'symbol') %ThrowInvalidType(argument, 'one of type string or symbol', name);
  }
  function findDescriptor(object, name) {
    for (let holder = object; holder !== null; holder = Object.getPrototypeOf(holder)) {
      const descriptor = Object.getOwnPropertyDescriptor(holder, name);
      if (descriptor !== undefined) return descriptor;
    }
    return undefined;
  }
  const isOptions = (value) => value !== null && typeof value === 'object';
  class MockTracker {
    #mocks = [];
    #timers;
    get timers() { return (this.#timers ??= new (require('internal/test_runner/mock_timers').MockTimers)()); }
    fn(original = function () {}, implementation = original, options = {}) {
      if (isOptions(original)) {
        options = original;
        original = function () {};
        implementation = original;
      } else if (isOptions(implementation)) {
        options = implementation;
        implementation = original;
      }
      %ValidateFunction(original, 'original');
      %ValidateFunction(implementation, 'implementation');
      validateObject(options, 'options');
      const { times = endless } = options;
      validateTimes(times);
      return this.#track(new MockFunctionContext(implementation, { original }, times), original);
    }
    method(objectOrFunction, methodName, implementation = unchanged, options = {}) {
      validateName(methodName, 'methodName');
      if (typeof objectOrFunction !== 'function') validateObject(objectOrFunction, 'object');
      if (isOptions(implementation)) {
        options = implementation;
        implementation = unchanged;
      }
      %ValidateFunction(implementation, 'implementation');
      validateObject(options, 'options');
      const { getter = false, setter = false, times = endless } = options;
      validateBoolean(getter, 'options.getter');
      validateBoolean(setter, 'options.setter');
      validateTimes(times);
      if (setter && getter) throwInvalidValue('options.setter', setter, "cannot be used with 'options.getter'");
      const descriptor = findDescriptor(objectOrFunction, methodName);
      const part = getter ? 'get' : setter ? 'set' : 'value';
      const original = descriptor?.[part];
      if (typeof original !== 'function') throwInvalidValue('methodName', original, 'must be a method');
      const restored = { descriptor, object: objectOrFunction, methodName };
      const mock = this.#track(new MockFunctionContext(implementation === unchanged ? original : implementation, restored, times), original);
      const { configurable, enumerable, writable, get, set } = descriptor;
      const replaced = getter || setter ? { configurable, enumerable, get, set } : { configurable, enumerable, writable };
      Object.defineProperty(objectOrFunction, methodName, { __proto__: null, ...replaced, [part]: mock });
      return mock;
    }
    getter(object, methodName, implementation = unchanged, options = {}) {
      return this.#accessor('getter', object, methodName, implementation, options);
    }
    setter(object, methodName, implementation = unchanged, options = {}) {
      return this.#accessor('setter', object, methodName, implementation, options);
    }
    #accessor(kind, object, methodName, implementation, options) {
      if (isOptions(implementation)) {
        options = implementation;
        implementation = unchanged;
      } else validateObject(options, 'options');
      const { [kind]: isAsked = true } = options;
      if (isAsked === false) throwInvalidValue('options.' + kind, isAsked, 'cannot be false');
      return this.method(object, methodName, implementation, { ...options, [kind]: isAsked });
    }
    property(object, propertyName, value) {
      validateObject(object, 'object');
      validateName(propertyName, 'propertyName');
      const context = new MockPropertyContext(object, propertyName, value, arguments.length > 2);
      this.#mocks.push({ context, restore: restoreProperty });
      return new Proxy(object, {
        __proto__: null,
        get(target, property, receiver) {
          return property === 'mock' ? context : Reflect.get(target, property, receiver);
        },
      });
    }
    reset() {
      this.restoreAll();
      this.#timers?.reset();
      this.#mocks = [];
    }
    restoreAll() {
      for (let i = 0; i < this.#mocks.length; i++) %Apply(this.#mocks[i].restore, this.#mocks[i].context, []);
    }
    #track(context, original) {
      const mock = new Proxy(original, {
        __proto__: null,
        apply(target, receiver, args) {
          const implementation = next(context);
          let result;
          let error;
          try {
            result = Reflect.apply(implementation, receiver, args);
          } catch (thrown) {
            error = thrown;
            throw thrown;
          } finally {
            follow(context, { __proto__: null, arguments: args, error, result, stack: new Error(), target: undefined, this: receiver });
          }
          return result;
        },
        construct(target, args, newTarget) {
          const implementation = next(context);
          let result;
          let error;
          try {
            result = Reflect.construct(implementation, args, newTarget);
          } catch (thrown) {
            error = thrown;
            throw thrown;
          } finally {
            follow(context, { __proto__: null, arguments: args, error, result, stack: new Error(), target, this: result });
          }
          return result;
        },
        get(target, property, receiver) {
          return property === 'mock' ? context : Reflect.get(target, property, receiver);
        },
      });
      this.#mocks.push({ context, restore: restoreFunction });
      return mock;
    }
  }
  return { MockTracker };
}`;
