/**
 * Applying decorators, as self-hosted functions of lowered classes (parsing/lowering/decorators.ts). They use the global
 * Object and Symbol of the program, as TypeScript's helpers do. TypeScript: __esDecorate and __runInitializers in
 * src/compiler/factory/emitHelpers.ts. ECMAScript proposal: ApplyDecoratorsToElementDefinition. Those with Legacy in their name
 * are __decorate, __param and __metadata (parsing/lowering/legacy-decorators.ts).
 */
export const decoratorFunctions = {
  DecorateElement: `function (constructor, givenDescriptor, decorators, contextIn, initializers, extraInitializers) {
    const accept = (f) => {
      if (f !== undefined && typeof f !== 'function') throw new TypeError('Function expected');
      return f;
    };
    const kind = contextIn.kind;
    const key = kind === 'getter' ? 'get' : kind === 'setter' ? 'set' : 'value';
    const target = !givenDescriptor && constructor ? (contextIn.static ? constructor : constructor.prototype) : null;
    const descriptor = givenDescriptor || (target ? Object.getOwnPropertyDescriptor(target, contextIn.name) : {});
    let isDone = false;
    for (let i = decorators.length - 1; i >= 0; i--) {
      const context = {};
      for (const p in contextIn) context[p] = p === 'access' ? {} : contextIn[p];
      for (const p in contextIn.access) context.access[p] = contextIn.access[p];
      context.addInitializer = function (f) {
        if (isDone) throw new TypeError('Cannot add initializers after decoration has completed');
        extraInitializers.push(accept(f || null));
      };
      const decorator = decorators[i];
      const result = decorator(kind === 'accessor' ? { get: descriptor.get, set: descriptor.set } : descriptor[key], context);
      if (kind === 'accessor') {
        if (result === undefined) continue;
        if (!%IsObject(result)) throw new TypeError('Object expected');
        let part;
        if (part = accept(result.get)) descriptor.get = part;
        if (part = accept(result.set)) descriptor.set = part;
        if (part = accept(result.init)) initializers.unshift(part);
      } else if (accept(result)) {
        if (kind === 'field') initializers.unshift(result);
        else descriptor[key] = result;
      }
    }
    if (target) Object.defineProperty(target, contextIn.name, descriptor);
    isDone = true;
  }`,
  RunInitializers: `function (receiver, initializers) {
    for (let i = 0; i < initializers.length; i++) %Call(initializers[i], receiver);
  }`,
  RunFieldInitializers: `function (receiver, initializers, value) {
    for (let i = 0; i < initializers.length; i++) value = %Call(initializers[i], receiver, value);
    return value;
  }`,
  DecoratorMetadata: `function (parent) {
    const key = typeof Symbol === 'function' ? Symbol.metadata : undefined;
    if (!key) return undefined;
    const inherited = parent === undefined || parent === null ? undefined : parent[key];
    return Object.create(inherited === undefined ? null : inherited);
  }`,
  DefineDecoratorMetadata: `function (target, value) {
    if (!value) return;
    Object.defineProperty(target, Symbol.metadata, { enumerable: true, configurable: true, writable: true, value });
  }`,
  LegacyDecorateClass: `function (decorators, target) {
    if (typeof Reflect === 'object' && typeof Reflect.decorate === 'function') {
      return Reflect.decorate(decorators, target, undefined, undefined);
    }
    let r = target, d;
    for (let i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) {
      if (typeof d !== 'function') throw new TypeError('d is not a function');
      r = d(r) || r;
    }
    return r;
  }`,
  LegacyDecorateMember: `function (decorators, target, key, desc) {
    let r = desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === 'object' && typeof Reflect.decorate === 'function') {
      r = Reflect.decorate(decorators, target, key, desc);
    } else {
      for (let i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) {
        if (typeof d !== 'function') throw new TypeError('d is not a function');
        r = d(target, key, r) || r;
      }
    }
    if (r) Object.defineProperty(target, key, r);
  }`,
  LegacyParameter: `function (paramIndex, decorator) {
    return function (target, key) {
      if (typeof decorator !== 'function') throw new TypeError('decorator is not a function');
      decorator(target, key, paramIndex);
    };
  }`,
  LegacyMetadata: `function (key, value) {
    if (typeof Reflect === 'object' && typeof Reflect.metadata === 'function') return Reflect.metadata(key, value);
  }`,
  LegacyType: `function (value) { return typeof value === 'function' ? value : Object; }`,
} as const;
