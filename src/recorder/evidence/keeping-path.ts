/** The way from a root to an object as plain data, with what leads back to the text of the main file. */
import { Context, FunctionData, functionName, type HeapObject, type Scope } from '../../engine/index.ts';
import type { ReachedObjects } from '../heap/reached-objects.ts';
import { shapeText } from '../engine/shape-names.ts';
import type { KeepingPath, KeepingStep } from './memory-evidence.ts';

const maxSteps = 40;

/** Undefined where nothing leads to it. `isMain`: whether a function, by its scope, is one of the main file's. */
export function keepingPathOf(
  { edges }: ReachedObjects,
  target: HeapObject,
  isMain: (scope: Scope) => boolean,
): KeepingPath | undefined {
  const steps: KeepingStep[] = [];
  for (let object: HeapObject | undefined = target; object !== undefined && steps.length < maxSteps;) {
    const edge = edges.get(object);
    if (edge === undefined) return undefined;
    const { from, kind, name } = edge;
    const scope = from instanceof Context ? functionScopeOf(from.scopeInfo.scope) : undefined;
    steps.unshift({
      kind,
      name: from === undefined && kind !== 'export' ? '' : String(name),
      functionEnd: scope !== undefined && isMain(scope) ? scope.literal!.end : -1,
      ...objectOf(object),
    });
    if (from === undefined) return { root: edge.root ?? 'builtins', timer: edge.timer?.id ?? -1, steps };
    object = from;
  }
  return undefined;
}

function objectOf(object: HeapObject): Pick<KeepingStep, 'text' | 'start' | 'isFunction'> {
  if (object instanceof Context) return { text: '', start: -1, isFunction: false };
  const { internal } = object;
  if (!(internal instanceof FunctionData)) return { text: shapeText(object.hiddenClass), start: -1, isFunction: false };
  const { shared } = internal;
  const start = shared?.script.kind === 'main' ? (shared.classStart < 0 ? shared.start : shared.classStart) : -1;
  return { text: functionName(object), start, isFunction: true };
}

/** The scope of the function (or the file) that a scope is in. */
export function functionScopeOf(scope: Scope): Scope | undefined {
  let around: Scope | undefined = scope;
  while (around !== undefined && around.literal === undefined) around = around.outer;
  return around;
}
