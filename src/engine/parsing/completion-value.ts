/**
 * Which statements of a script or eval produce its value. V8: src/parsing/rewriter.cc, Processor, whose walk from the last
 * statement to the first this is; it marks nodes where V8 rewrites them.
 */
import type * as acorn from 'acorn';
import { newTemporary } from './analysis.ts';
import type { Scope, Variable } from './scopes.ts';

interface Processor {
  readonly scope: Scope;
  readonly result: Variable;
  /** Every path after this point sets the result. */
  isSet: boolean;
  /** Inside something that break can leave: all statements may be the last one. */
  isBreakable: boolean;
}

/** Sets scope.resultVariable if the program has a value. */
export function markCompletionValue(program: acorn.Program, scope: Scope): void {
  // V8 keeps no statement for these, and no register for the value of a program without statements.
  if (program.body.every(({ type }) => type === 'FunctionDeclaration' || type === 'EmptyStatement')) return;
  const result = newTemporary(scope, '.result');
  const processor: Processor = { scope, result, isSet: false, isBreakable: false };
  processList(processor, program.body as acorn.Statement[]);
  if (result.isUsed) scope.resultVariable = result;
}

function processList(processor: Processor, statements: readonly acorn.Statement[]): void {
  for (let index = statements.length - 1; index >= 0 && (processor.isBreakable || !processor.isSet); index -= 1) {
    const statement = statements[index];
    if (statement !== undefined) process(processor, statement);
  }
}

function process(processor: Processor, node: acorn.Statement): void {
  switch (node.type) {
    case 'ExpressionStatement':
      if (processor.isSet) return;
      node.assignsResult = true;
      processor.result.isUsed = true;
      processor.isSet = true;
      return;
    case 'FunctionDeclaration':
      // Scripts only: in eval code V8 hoists after this walk.
      if (processor.isSet || node.sloppyBlockHoist === undefined || processor.scope.type !== 'script') return;
      node.assignsResult = true;
      processor.result.isUsed = true;
      processor.isSet = true;
      return;
    case 'BlockStatement':
      return processList(processor, node.body);
    case 'LabeledStatement':
      if (node.body.type === 'BlockStatement') {
        const { body } = node.body;
        return breakable(processor, () => processList(processor, body));
      }
      return process(processor, node.body);
    case 'IfStatement':
      return processBranches(processor, node, node.consequent, node.alternate ?? undefined);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      breakable(processor, () => process(processor, node.body));
      return resetBefore(processor, node);
    case 'SwitchStatement':
      breakable(processor, () => {
        for (const clause of node.cases.toReversed()) processList(processor, clause.consequent);
      });
      return resetBefore(processor, node);
    case 'TryStatement':
      return processTry(processor, node);
    case 'WithStatement':
      process(processor, node.body);
      if (!processor.isSet) resetBefore(processor, node);
      return;
    case 'BreakStatement':
    case 'ContinueStatement':
      processor.isSet = false;
      return;
    default:
      return;
  }
}

function processBranches(
  processor: Processor,
  node: acorn.Statement,
  first: acorn.Statement,
  second: acorn.Statement | undefined,
): void {
  const isSetAfter = processor.isSet;
  process(processor, first);
  const isSetInFirst = processor.isSet;
  processor.isSet = isSetAfter;
  if (second !== undefined) process(processor, second);
  processor.isSet &&= isSetInFirst;
  if (!processor.isSet) resetBefore(processor, node);
}

/** The finally block only matters where it breaks out; else the value is that of the try block or the handler. */
function processTry(processor: Processor, node: acorn.TryStatement): void {
  if (node.finalizer && processor.isBreakable) {
    processor.isSet = true;
    process(processor, node.finalizer);
    processor.result.isUsed = true;
    if (processor.isSet) {
      const saved = newTemporary(processor.scope, '.result');
      saved.isUsed = true;
      node.savedResult = saved;
    } else {
      // It breaks out before anything in it had a value: then there is none.
      node.finalizer.resetsResult = true;
    }
    processor.isSet = false;
  }
  if (node.handler) return processBranches(processor, node, node.block, node.handler.body);
  process(processor, node.block);
  if (!processor.isSet) resetBefore(processor, node);
}

function resetBefore(processor: Processor, node: acorn.Statement): void {
  node.resetsResult = true;
  processor.result.isUsed = true;
  processor.isSet = true;
}

function breakable(processor: Processor, walk: () => void): void {
  const outer = processor.isBreakable;
  processor.isBreakable = true;
  walk();
  processor.isBreakable = outer;
}
