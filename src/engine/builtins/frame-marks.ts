/** Which builtins stack traces do not show, or show by another name than the function's. */
import { lookupData } from '../execution/describe.ts';
import { FrameName, FunctionData, nativeMarks } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { PropertyKind } from '../objects/property-details.ts';

/**
 * Builtins that jump to what they call, or to V8's runtime: they show in no stack trace. V8: Generate_FunctionPrototypeApply and
 * siblings, ArrayConstructorImpl, proxy-constructor.tq.
 */
export function hideFrames(holder: JSObject, names: readonly string[]): void {
  for (const name of names) mark(lookupData(holder, name), nativeMarks.hidden);
}

/** Those that WebAssembly may call as they are have a name of their own. V8: FrameSummary::BuiltinFrameSummary. */
export function nameFrames(holder: JSObject, names: Readonly<Record<string, string>>): void {
  const found = new PropertyLookup();
  for (const [key, name] of Object.entries(names)) {
    if (!lookupOwn(found, holder, key)) continue;
    mark(found.kind === PropertyKind.accessor ? found.getter : found.value, new FrameName(name));
  }
}

function mark(builtin: unknown, data: unknown): void {
  if (builtin instanceof JSObject && builtin.internal instanceof FunctionData) builtin.internal.data = data;
}
