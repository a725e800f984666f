/** The prototypes of generator objects; those of their functions are function.ts's. V8: src/builtins/builtins-generator-gen.cc, bootstrapper.cc (InitializeGlobal_…). */
import { asyncGeneratorEnqueue } from '../execution/async-generators.ts';
import { generatorResume } from '../execution/generators.ts';
import type { Isolate } from '../execution/isolate.ts';
import { method, methods, toStringTag } from './install.ts';

export function installGenerators(isolate: Isolate): void {
  const realm = isolate.realm;
  methods(isolate, realm.generatorPrototype, {
    next: [1, (engine, receiver, args) => generatorResume(engine, receiver, 'next', args[0])],
    return: [1, (engine, receiver, args) => generatorResume(engine, receiver, 'return', args[0])],
    throw: [1, (engine, receiver, args) => generatorResume(engine, receiver, 'throw', args[0])],
  });
  toStringTag(isolate, realm.generatorPrototype, 'Generator');

  methods(isolate, realm.asyncGeneratorPrototype, {
    next: [1, (engine, receiver, args) => asyncGeneratorEnqueue(engine, receiver, 'next', args[0])],
    return: [1, (engine, receiver, args) => asyncGeneratorEnqueue(engine, receiver, 'return', args[0])],
    throw: [1, (engine, receiver, args) => asyncGeneratorEnqueue(engine, receiver, 'throw', args[0])],
  });
  toStringTag(isolate, realm.asyncGeneratorPrototype, 'AsyncGenerator');

  const asyncIterator = isolate.symbols.asyncIterator;
  method(
    isolate,
    realm.asyncIteratorPrototype,
    asyncIterator,
    0,
    (_engine, receiver) => receiver,
    '[Symbol.asyncIterator]',
  );
}
