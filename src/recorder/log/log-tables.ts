/** What the log's tables say of scripts and functions (protocol/log.ts: ScriptInfo, FunctionInfo). */
import type { Script, SharedFunctionInfo } from '../../engine/index.ts';
import type { FunctionInfo, ScriptInfo } from '../../protocol/log.ts';

/** Texts of scripts are for lines and snippets: those of huge bundles are not worth their way to the page. */
const maxScriptText = 1_000_000;

/** Whoever asked for the run has the main file's text; of others the log brings it along. */
export function scriptInfo(script: Script): ScriptInfo {
  const { kind, source } = script;
  const name = script.path ?? script.name;
  const isKnown = kind === 'main' || kind === 'builtin';
  return isKnown || source.length > maxScriptText ? { name, kind } : { name, kind, source };
}

export function functionInfo(shared: SharedFunctionInfo, script: number): FunctionInfo {
  const isBuiltin = shared.script.kind === 'builtin';
  return {
    name: shared.name,
    script,
    start: isBuiltin ? -1 : shared.start,
    end: isBuiltin ? -1 : shared.end,
    kind: isBuiltin ? 'builtin' : functionKind(shared),
  };
}

function functionKind(shared: SharedFunctionInfo): FunctionInfo['kind'] {
  if (isWholeScript(shared)) return 'script';
  const { kind } = shared;
  if (kind.startsWith('async') && !kind.includes('enerator')) return 'async';
  if (kind.includes('enerator')) return 'generator';
  if (kind.endsWith('onstructor')) return 'constructor';
  switch (kind) {
    case 'arrow':
    case 'method':
    case 'getter':
    case 'setter':
    case 'script':
      return kind;
    case 'eval':
      return 'script';
    default:
      return 'function';
  }
}

/** The file itself: as a script, or as the body of Node's wrapper. */
function isWholeScript({ kind, name, script, start }: SharedFunctionInfo): boolean {
  return (
    kind === 'script' ||
    kind === 'module' ||
    kind === 'moduleWithTopLevelAwait' ||
    kind === 'eval' ||
    ((script.kind === 'main' || script.kind === 'file') && kind === 'normal' && name === '' && start === 0)
  );
}
