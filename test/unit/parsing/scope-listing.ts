/**
 * The scope tree as text, for tests: one line per scope and variable, with where each variable lives.
 *
 *   function f [sloppy] registers=1 context=2..3
 *     a: param 0
 *     x: context 2 immutable
 */
import type { Scope, Variable } from '../../../src/engine/parsing/scopes.ts';

export function listScopes(scope: Scope): string {
  const lines: string[] = [];
  visit(scope, '', lines);
  return lines.join('\n');
}

function visit(scope: Scope, indent: string, lines: string[]): void {
  const flags = [
    scope.isStrict ? 'strict' : '',
    scope.stackSlotCount > 0 ? `registers=${scope.stackSlotCount}` : '',
    scope.needsContext ? `context=${scope.firstContextSlot}..${scope.contextSlotCount}` : '',
  ];
  const kind = scope.type === 'function' ? scope.functionKind : scope.type;
  lines.push([indent + kind, ...flags.filter((flag) => flag !== '')].join(' '));
  const variables = [scope.receiver, ...scope.parameters, ...scope.locals, scope.functionVariable];
  const dynamic = [...scope.variables.values()].filter(({ location }) => location === 'lookup');
  const shown = new Set<Variable>();
  for (const variable of [...variables, ...dynamic]) {
    if (variable === undefined || shown.has(variable) || variable.location === 'unallocated') continue;
    shown.add(variable);
    if (variable.isThis && variable.location === 'parameter') continue;
    lines.push(`${indent}  ${variable.name === '' ? '(temporary)' : variable.name}: ${place(variable)}`);
  }
  for (const inner of scope.inner) visit(inner, `${indent}  `, lines);
}

function place(variable: Variable): string {
  const where = {
    unallocated: 'global',
    parameter: `a${variable.index}`,
    local: `r${variable.index}`,
    context: `[${variable.index}]`,
    lookup: variable.mode,
    module: `module[${variable.index}]`,
  }[variable.location];
  const checks = variable.needsHoleInitialization ? ' hole' : '';
  const constant = variable.location === 'context' && !variable.maybeAssigned ? ' immutable' : '';
  return where + constant + checks;
}
