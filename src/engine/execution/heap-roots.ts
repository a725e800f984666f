/**
 * Where what can be reached begins, by name. V8: Heap::IterateRoots (src/heap/heap.cc), Root of src/objects/visitors.h.
 *
 * Simplified: what a builtin that waits for guest code holds in variables of its own is no root. While one waits, weak references
 * are taken for strong ones.
 */
import { Context } from '../objects/context.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Isolate } from './isolate.ts';

/** What kinds of roots there are, as a retaining path begins. */
const rootKinds = {
  stack: 'registers and arguments of the frames on the stack',
  frame: 'functions and contexts of the frames on the stack',
  global: 'the global object',
  scriptContext: 'let, const and class of scripts',
  builtins: 'the surroundings',
  microtasks: 'jobs that wait for the end of the current one',
  job: 'the job that runs',
  keptAlive: 'targets of weak references that this job has looked at',
  host: 'timers, queues and modules of the host',
} as const;
export type RootKind = keyof typeof rootKinds;

export function visitRoots(isolate: Isolate, visit: (value: unknown, kind: RootKind) => void): void {
  const { interpreter, microtasks, mainRealm, symbolRegistry, currentReaction, waiters, keptAlive } = isolate;
  const { stack } = interpreter;
  const top = interpreter.stackTop();
  // Descriptions of constants pass through registers, too.
  for (let i = 0; i < top; i++) {
    const value: unknown = stack[i];
    if (value instanceof JSObject || value instanceof Context || Array.isArray(value)) visit(value, 'stack');
  }
  visit(interpreter.accumulator, 'stack');
  visit(interpreter.pendingMessage, 'stack');
  for (const frame of isolate.frames()) {
    visit(frame.closure, 'frame');
    visit(frame.context, 'frame');
    visit(frame.newTarget, 'frame');
    visit(frame.generator, 'frame');
    visit(frame.extraArguments, 'frame');
    // The receiver is left behind when the builtin has returned.
    if (frame.native === undefined) continue;
    visit(frame.native, 'frame');
    visit(frame.nativeReceiver, 'frame');
  }
  for (const realm of new Set([mainRealm, isolate.realm])) {
    visit(realm.globalObject, 'global');
    for (const { context } of realm.scriptContextTable.values()) visit(context, 'scriptContext');
    for (const object of realm.intrinsics.values()) visit(object, 'builtins');
    for (const object of realm.internalFunctions.values()) visit(object, 'builtins');
  }
  visit(symbolRegistry, 'builtins');
  for (const task of microtasks) visit(task, 'microtasks');
  visit(currentReaction, 'job');
  visit(waiters, 'host');
  for (const object of keptAlive) visit(object, 'keptAlive');
  for (const registry of isolate.dirtyRegistries) visit(registry, 'host');
  for (const root of isolate.hostRoots?.() ?? []) visit(root, 'host');
}
