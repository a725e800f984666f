/** Which names stand on each line of a program, and in which function: those whose values say what the line did. */
import { type AnyNode, type Variable, walk } from '../../engine/index.ts';

export interface NamedPlace {
  readonly variable: Variable;
  readonly offset: number;
  /** Where the text of the innermost function around it starts; 0 for the program itself. */
  readonly functionStart: number;
}

/**
 * In the order of the text. Names of properties, labels and of functions are none, nor is what only a run can find.
 * The tree must be the one that runs, because its variables are.
 */
export function namesIn(program: AnyNode): NamedPlace[] {
  const places: NamedPlace[] = [];
  walk(program, (node, parents) => {
    if (node.type !== 'Identifier') return;
    const parent = parents.at(-1);
    if (parent === undefined || !isVariable(node, parent)) return;
    const variable = node.proxy?.variable;
    if (variable === undefined || variable.isDynamic) return;
    places.push({ variable, offset: node.start, functionStart: functionStart(parents) });
  });
  return places;
}

function isVariable(node: AnyNode, parent: AnyNode): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'Property':
      return parent.value === node || parent.computed;
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return parent.value === node || parent.computed;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.id !== node;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ImportSpecifier':
    case 'ExportSpecifier':
    case 'MetaProperty':
      return false;
    default:
      return true;
  }
}

function functionStart(parents: readonly AnyNode[]): number {
  for (let index = parents.length - 1; index >= 0; index--) {
    const parent = parents[index]!;
    const isFunction =
      parent.type === 'FunctionDeclaration' ||
      parent.type === 'FunctionExpression' ||
      parent.type === 'ArrowFunctionExpression';
    if (!isFunction) continue;
    // The text of a method begins with its name.
    const around = parents[index - 1];
    const isMethod = around !== undefined && (around.type === 'MethodDefinition' || isMethodProperty(around));
    return isMethod ? around.start : parent.start;
  }
  return 0;
}

function isMethodProperty(node: AnyNode): boolean {
  return node.type === 'Property' && (node.method || node.kind !== 'init');
}
