/**
 * Evaluation of linked modules, with those that wait at their top level in the order in which they began to.
 * V8: SourceTextModule::Evaluate and what it calls. ECMAScript: Evaluate, InnerModuleEvaluation, AsyncModuleExecutionFulfilled.
 */
import { FunctionData, type GeneratorData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { ModuleRecord, SourceTextModule, SyntheticModule } from '../objects/module.ts';
import type { Value } from '../objects/value.ts';
import { ReturnMode } from './frame.ts';
import { resume } from './generators.ts';
import { GuestException } from './guest-exception.ts';
import type { Isolate } from './isolate.ts';
import { activeFunctionData, fulfillPromise, newPromise, performPromiseThen, rejectPromise } from './promises.ts';

/** The promise of a module's evaluation: settled when it and all that it imports have run. */
export function evaluateModule(isolate: Isolate, module: ModuleRecord): JSObject {
  if (module.kind === 'synthetic') return evaluateSynthetic(isolate, module);
  let root = module;
  if (module.status === 'evaluating-async' || module.status === 'evaluated') root = module.cycleRoot ?? module;
  if (root.topLevelCapability !== undefined) return root.topLevelCapability;
  const promise = newPromise(isolate);
  root.topLevelCapability = promise;
  const stack: SourceTextModule[] = [];
  try {
    innerModuleEvaluation(isolate, root, stack, { index: 0 });
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
    for (const evaluating of stack) {
      evaluating.status = 'evaluated';
      evaluating.evaluationError = { value: error.value };
    }
    rejectPromise(isolate, promise, error.value);
    return promise;
  }
  if (root.asyncEvaluationOrder === 'unset') fulfillPromise(isolate, promise, undefined);
  return promise;
}

function evaluateSynthetic(isolate: Isolate, module: SyntheticModule): JSObject {
  const promise = newPromise(isolate);
  try {
    runSynthetic(module);
    fulfillPromise(isolate, promise, undefined);
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
    rejectPromise(isolate, promise, error.value);
  }
  return promise;
}

function runSynthetic(module: SyntheticModule): void {
  if (module.evaluationError !== undefined) throw new GuestException(module.evaluationError.value);
  if (module.status === 'evaluated') return;
  module.status = 'evaluated';
  try {
    module.evaluationSteps();
  } catch (error) {
    if (error instanceof GuestException) module.evaluationError = { value: error.value };
    throw error;
  }
}

function innerModuleEvaluation(
  isolate: Isolate,
  module: ModuleRecord,
  stack: SourceTextModule[],
  counter: { index: number },
): void {
  if (module.kind === 'synthetic') return runSynthetic(module);
  if (module.status === 'evaluating-async' || module.status === 'evaluated') {
    if (module.evaluationError !== undefined) throw new GuestException(module.evaluationError.value);
    return;
  }
  if (module.status === 'evaluating') return;
  if (module.status !== 'linked') throw new Error(`a module is evaluated that is ${module.status}`);
  module.status = 'evaluating';
  module.dfsIndex = counter.index;
  module.dfsAncestorIndex = counter.index;
  module.pendingAsyncDependencies = 0;
  counter.index += 1;
  stack.push(module);
  for (const required of module.requestedModules) {
    innerModuleEvaluation(isolate, required, stack, counter);
    if (required.kind === 'synthetic') continue;
    let dependency = required;
    if (dependency.status === 'evaluating')
      module.dfsAncestorIndex = Math.min(module.dfsAncestorIndex, dependency.dfsAncestorIndex);
    else {
      dependency = required.cycleRoot ?? required;
      if (dependency.evaluationError !== undefined) throw new GuestException(dependency.evaluationError.value);
    }
    if (typeof dependency.asyncEvaluationOrder === 'number') {
      module.pendingAsyncDependencies += 1;
      dependency.asyncParentModules.push(module);
    }
  }
  if (module.pendingAsyncDependencies > 0 || module.hasTopLevelAwait) {
    module.asyncEvaluationOrder = isolate.nextAsyncEvaluationOrder++;
    if (module.pendingAsyncDependencies === 0) executeAsyncModule(isolate, module);
  } else executeModule(isolate, module);
  if (module.dfsAncestorIndex !== module.dfsIndex) return;
  for (let done = stack.pop(); done !== undefined; done = stack.pop()) {
    done.status = done.asyncEvaluationOrder === 'unset' ? 'evaluated' : 'evaluating-async';
    done.cycleRoot = module;
    if (done === module) return;
  }
}

/** The code goes on from where linking stopped it, before the body. */
function executeModule(isolate: Isolate, module: SourceTextModule): void {
  const { code } = module;
  isolate.interpreter.nest(() => resume(isolate, code!, 'next', undefined, ReturnMode.normal));
}

function executeAsyncModule(isolate: Isolate, module: SourceTextModule): void {
  const promise = newPromise(isolate);
  performPromiseThen(
    isolate,
    promise,
    moduleFunction(isolate, module, onFulfilled),
    moduleFunction(isolate, module, onRejected),
    undefined,
  );
  (module.code!.internal as GeneratorData).promise = promise;
  executeModule(isolate, module);
}

function moduleFunction(
  isolate: Isolate,
  module: SourceTextModule,
  native: (isolate: Isolate, receiver: Value, args: Value[]) => Value,
): JSObject {
  const object = isolate.realm.newNative('', 1, native as NonNullable<FunctionData['native']>);
  (object.internal as FunctionData).data = module;
  return object;
}

function onFulfilled(isolate: Isolate): Value {
  asyncModuleExecutionFulfilled(isolate, activeFunctionData(isolate).data as SourceTextModule);
  return undefined;
}

function onRejected(isolate: Isolate, _receiver: Value, [error]: Value[]): Value {
  asyncModuleExecutionRejected(isolate, activeFunctionData(isolate).data as SourceTextModule, error);
  return undefined;
}

function asyncModuleExecutionFulfilled(isolate: Isolate, module: SourceTextModule): void {
  if (module.status === 'evaluated') return;
  module.asyncEvaluationOrder = 'done';
  module.status = 'evaluated';
  if (module.topLevelCapability !== undefined) fulfillPromise(isolate, module.topLevelCapability, undefined);
  const available: SourceTextModule[] = [];
  gatherAvailableAncestors(module, available);
  const order = ({ asyncEvaluationOrder }: SourceTextModule): number => asyncEvaluationOrder as number;
  for (const parent of available.sort((a, b) => order(a) - order(b))) {
    if (parent.status === 'evaluated') continue;
    if (parent.hasTopLevelAwait) {
      executeAsyncModule(isolate, parent);
      continue;
    }
    try {
      executeModule(isolate, parent);
    } catch (error) {
      if (!(error instanceof GuestException)) throw error;
      asyncModuleExecutionRejected(isolate, parent, error.value);
      continue;
    }
    parent.asyncEvaluationOrder = 'done';
    parent.status = 'evaluated';
    if (parent.topLevelCapability !== undefined) fulfillPromise(isolate, parent.topLevelCapability, undefined);
  }
}

/** ECMAScript: GatherAvailableAncestors. */
function gatherAvailableAncestors(module: SourceTextModule, available: SourceTextModule[]): void {
  for (const parent of module.asyncParentModules) {
    if (available.includes(parent) || (parent.cycleRoot ?? parent).evaluationError !== undefined) continue;
    parent.pendingAsyncDependencies -= 1;
    if (parent.pendingAsyncDependencies > 0) continue;
    available.push(parent);
    if (!parent.hasTopLevelAwait) gatherAvailableAncestors(parent, available);
  }
}

function asyncModuleExecutionRejected(isolate: Isolate, module: SourceTextModule, error: Value): void {
  if (module.status === 'evaluated') return;
  module.evaluationError = { value: error };
  module.status = 'evaluated';
  module.asyncEvaluationOrder = 'done';
  for (const parent of module.asyncParentModules) asyncModuleExecutionRejected(isolate, parent, error);
  if (module.topLevelCapability !== undefined) rejectPromise(isolate, module.topLevelCapability, error);
}
