/**
 * What the module `vm` calls by `%Name(…)`: code in a text, in the program's own realm. Node: ContextifyScript and
 * ContextifyContext::CompileFunction in src/node_contextify.cc.
 */
import {
  callScript,
  getProperty,
  GuestException,
  JSObject,
  parseScriptUnit,
  parseWrappedUnit,
  type Script,
  setProperty,
  sharedFunctionInfoOf,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { sourceError } from '../loading/loader-errors.ts';
import { excerptOf } from '../throw-site.ts';

export function installVmNatives(host: Host): void {
  const { isolate } = host;
  const define = (name: string, run: (args: Value[]) => Value): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args));
  const scripts = new WeakMap<JSObject, Script>();
  const add = (source: Value, name: Value, lineOffset: Value): Script =>
    isolate.addScript(String(name), 'file', String(source), Number(lineOffset), String(name), 'javascript');
  /** (object, source, name, line): the object stands for the script. */
  define('CompileVmScript', ([owner, source, name, lineOffset]) => {
    const script = add(source, name, lineOffset);
    const unit = parseScriptUnit(script);
    if (!unit.ok) throw new GuestException(sourceError(host, script, unit.error));
    scripts.set(owner as JSObject, script);
    return undefined;
  });
  define('RunVmScript', ([owner, displaysErrors]) => {
    const script = scripts.get(owner as JSObject)!;
    const unit = parseScriptUnit(script);
    if (!unit.ok) throw new Error('it was parsed before');
    try {
      return callScript(isolate, isolate.newClosure(sharedFunctionInfoOf(unit.literal, script), undefined));
    } catch (thrown) {
      if (thrown instanceof GuestException && displaysErrors === true) displayPlace(host, script, thrown.value);
      throw thrown;
    }
  });
  define('CompileVmFunction', ([source, name, lineOffset, parameters]) => {
    const script = add(source, name, lineOffset);
    const names = parameters instanceof JSObject ? parameters.elements.map(String) : [];
    const unit = parseWrappedUnit(script, names);
    if (!unit.ok) throw new GuestException(sourceError(host, script, unit.error));
    return isolate.newClosure(sharedFunctionInfoOf(unit.literal, script), undefined);
  });
}

/** The place goes into the error's stack, once. Node: DecorateErrorStack. */
function displayPlace(host: Host, own: Script, value: Value): void {
  const { isolate, lastThrow } = host;
  if (!(value instanceof JSObject) || host.unplacedErrors.has(value)) return;
  const stack = getProperty(isolate, value, 'stack');
  if (typeof stack !== 'string') return;
  // What a script may not declare is told before its code runs, at its beginning.
  const frames = value.internal?.kind === 'error' ? (value.internal.frames ?? []) : [];
  const isBefore = frames.length > 0 && frames.every(({ script }) => script !== own);
  const site = lastThrow !== undefined && Object.is(lastThrow.value, value) ? lastThrow : undefined;
  let place: string;
  if (site?.script !== undefined && !isBefore) place = excerptOf(site.script, site.offset, site.end);
  else if (isBefore) place = excerptOf(own, 0);
  else return;
  setProperty(isolate, value, 'stack', `${place}\n\n${stack}`);
  host.unplacedErrors.add(value);
}
