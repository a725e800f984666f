/** The global eval function. Direct calls are resolved by the interpreter. V8: src/builtins/builtins-global.cc (GlobalEval). */
import { compileIndirectEval } from '../execution/evaluate.ts';
import type { Isolate } from '../execution/isolate.ts';
import { method } from './install.ts';

export function evalFunction(isolate: Isolate): void {
  const object = method(isolate, isolate.realm.globalObject, 'eval', 1, (engine, _receiver, args) => {
    const [source] = args;
    if (typeof source !== 'string') return source;
    return engine.tailCall(compileIndirectEval(engine, source), undefined, []);
  });
  isolate.realm.intrinsics.set('eval', object);
}
