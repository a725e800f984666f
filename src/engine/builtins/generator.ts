/** Generator objects and their functions' prototypes. V8: src/builtins/builtins-generator-gen.cc, bootstrapper.cc (InitializeGlobal_…). */
import { asyncGeneratorEnqueue } from '../execution/async-generators.ts';
import { generatorResume } from '../execution/generators.ts';
import type { Isolate } from '../execution/isolate.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { method, methods, toStringTag } from './install.ts';

export function installGenerators(isolate: Isolate): void {
  const realm = isolate.realm;
  addOwn(realm.generatorFunctionPrototype, 'prototype', realm.generatorPrototype, Attribute.configurable);
  addOwn(realm.generatorPrototype, 'constructor', realm.generatorFunctionPrototype, Attribute.configurable);
  methods(isolate, realm.generatorPrototype, {
    next: [1, (engine, receiver, args) => generatorResume(engine, receiver, 'next', args[0])],
    return: [1, (engine, receiver, args) => generatorResume(engine, receiver, 'return', args[0])],
    throw: [1, (engine, receiver, args) => generatorResume(engine, receiver, 'throw', args[0])],
  });
  toStringTag(isolate, realm.generatorPrototype, 'Generator');
  toStringTag(isolate, realm.generatorFunctionPrototype, 'GeneratorFunction');

  addOwn(realm.asyncGeneratorFunctionPrototype, 'prototype', realm.asyncGeneratorPrototype, Attribute.configurable);
  addOwn(realm.asyncGeneratorPrototype, 'constructor', realm.asyncGeneratorFunctionPrototype, Attribute.configurable);
  methods(isolate, realm.asyncGeneratorPrototype, {
    next: [1, (engine, receiver, args) => asyncGeneratorEnqueue(engine, receiver, 'next', args[0])],
    return: [1, (engine, receiver, args) => asyncGeneratorEnqueue(engine, receiver, 'return', args[0])],
    throw: [1, (engine, receiver, args) => asyncGeneratorEnqueue(engine, receiver, 'throw', args[0])],
  });
  toStringTag(isolate, realm.asyncGeneratorPrototype, 'AsyncGenerator');
  toStringTag(isolate, realm.asyncGeneratorFunctionPrototype, 'AsyncGeneratorFunction');
  toStringTag(isolate, realm.asyncFunctionPrototype, 'AsyncFunction');

  const asyncIterator = isolate.symbols.asyncIterator;
  method(isolate, realm.asyncIteratorPrototype, asyncIterator, 0, (_engine, receiver) => receiver, '[Symbol.asyncIterator]');
}
