/**
 * Functions that the text alone shows to call themselves on every path. Simplified: what must happen is followed through blocks
 * and both arms of an `if`; a loop, a try and a switch may do anything.
 */
import { childrenOf } from '../../engine/index.ts';
import type { AnyNode } from '../../engine/index.ts';
import { type AnalyzedProgram, type CodeNode, variableOf } from '../analyzed-program.ts';

export interface EndlessRecursion {
  /** The name in the call. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly functionEnd: number;
}

/** `ends`: it goes on to what follows; `leaves`: it may leave the function; or the call that is certain to be made. */
type Course = 'ends' | 'leaves' | AnyNode;

export function endlessRecursions(program: AnalyzedProgram): readonly EndlessRecursion[] {
  return program.selfCallers.flatMap((code) => {
    if (code.type === 'Program' || code.async || code.generator) return [];
    const course = code.body.type === 'BlockStatement' ? courseOfAll(code.body.body, code) : courseOf(code.body, code);
    if (typeof course === 'string') return [];
    const { start, end } = course;
    return [{ start, end, name: program.textOf(course), functionEnd: code.end }];
  });
}

/** The identifier means the function that it stands in, and nothing else is ever assigned to it. */
function namesFunction(identifier: AnyNode, code: CodeNode): boolean {
  if (identifier.type !== 'Identifier') return false;
  const variable = variableOf(identifier);
  if (variable === undefined || variable.maybeAssigned) return false;
  if (code.type === 'FunctionDeclaration') return code.variable === variable;
  return code.type === 'FunctionExpression' && variable.kind === 'sloppyFunctionName';
}

function courseOfAll(statements: readonly AnyNode[], code: CodeNode): Course {
  for (const statement of statements) {
    const course = courseOf(statement, code);
    if (course !== 'ends') return course;
  }
  return 'ends';
}

function courseOf(node: AnyNode, code: CodeNode): Course {
  switch (node.type) {
    case 'BlockStatement':
      return courseOfAll(node.body, code);
    case 'ReturnStatement':
      return node.argument ? certain(courseOf(node.argument, code)) : 'leaves';
    case 'ThrowStatement':
      return certain(courseOf(node.argument, code));
    case 'IfStatement': {
      const test = courseOf(node.test, code);
      if (test !== 'ends') return test;
      const arms = [node.consequent, node.alternate].map((arm) => (arm ? courseOf(arm, code) : 'ends'));
      if (arms.every((arm) => typeof arm !== 'string')) return arms[0]!;
      return arms.every((arm) => arm === 'ends') ? 'ends' : 'leaves';
    }
    case 'ConditionalExpression': {
      const test = courseOf(node.test, code);
      if (test !== 'ends') return test;
      const [consequent, alternate] = [courseOf(node.consequent, code), courseOf(node.alternate, code)];
      return typeof consequent !== 'string' && typeof alternate !== 'string' ? consequent : 'ends';
    }
    case 'LogicalExpression':
      return courseOf(node.left, code);
    case 'ChainExpression':
      return 'ends';
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return 'ends';
    case 'CallExpression': {
      const first = courseOfAll(childrenOf(node), code);
      if (first !== 'ends') return first;
      return namesFunction(node.callee, code) ? node.callee : 'ends';
    }
    case 'AssignmentExpression':
      // `??=` and its kind may leave out the right side.
      return /^(\|\||&&|\?\?)/.test(node.operator) ? 'ends' : courseOfAll(childrenOf(node), code);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'TryStatement':
    case 'SwitchStatement':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'WithStatement':
    case 'YieldExpression':
    case 'AwaitExpression':
    case 'AssignmentPattern':
      return 'leaves';
    default:
      return courseOfAll(childrenOf(node), code);
  }
}

/** What comes behind a return is not reached. */
function certain(course: Course): Course {
  return course === 'ends' ? 'leaves' : course;
}
