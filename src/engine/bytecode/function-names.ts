/** What listings and traces call a function. V8: SharedFunctionInfo::DebugName, inferred_name. */
import { inferNames } from '../parsing/inferred-names.ts';
import type { SharedFunctionInfo } from './shared-function-info.ts';

/** Its own name, or the one that its place in the source gives it; functions that initialise members go by their class's name. */
export function functionDebugName(shared: SharedFunctionInfo): string {
  const { kind, name, literal } = shared;
  if (kind === 'classMembersInitializer' || kind === 'classStaticInitializer')
    return literal.classNode?.classLiteral?.constructorLiteral.name ?? '';
  return name === '' ? inferredName(shared) : name;
}

/** Of an anonymous function; '' where nothing names it. */
export function inferredName({ script, literal }: SharedFunctionInfo): string {
  if (script.root === undefined) return '';
  script.inferredNames ??= inferNames(script.source, script.root);
  return script.inferredNames.get(literal.node) ?? '';
}
