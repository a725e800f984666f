/**
 * A file as the hazards look at it: the syntax tree with its scopes, and the few kinds of nodes that they ask for, each with
 * the nodes around it. The same parser and the same scope analysis as the engine's, so what counts as a direct eval or as the
 * arguments object is decided once.
 */
import { childrenOf, parseModuleUnit, parseScriptUnit, parseWrappedUnit, walk } from '../engine/index.ts';
import type { AnyNode, Script, SourceLanguage, UnitResult, Variable } from '../engine/index.ts';
import { lineAt, lineStartsOf } from '../line-starts.ts';
import type { DecidedSourceKind } from '../protocol/run.ts';
import type { Site } from './site-evidence.ts';

export type NodeOf<Type extends AnyNode['type']> = Extract<AnyNode, { type: Type }>;
type FunctionNode = NodeOf<'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression'>;
/** What has a frame of its own: a function, or the file. */
export type CodeNode = FunctionNode | NodeOf<'Program'>;

/** A node, and the nodes around it from the program down to its parent. */
export interface Occurrence<Node extends AnyNode = AnyNode> {
  readonly node: Node;
  readonly parents: readonly AnyNode[];
}

const soughtTypes = [
  'CallExpression',
  'NewExpression',
  'UnaryExpression',
  'WithStatement',
  'ForInStatement',
  'Identifier',
  'ExpressionStatement',
] as const;
type SoughtType = (typeof soughtTypes)[number];

export class AnalyzedProgram {
  readonly source: string;
  readonly sourceKind: DecidedSourceKind;
  readonly root: NodeOf<'Program'>;
  private lineStarts: readonly number[] | undefined;
  private readonly children = new Map<AnyNode, readonly AnyNode[]>();
  /** Functions with a call of themselves by their name in them. */
  readonly selfCallers: readonly CodeNode[];
  private readonly occurrences = new Map<string, Occurrence[]>();
  /** What a variable is made with, where nothing else is ever assigned to it. */
  private readonly initialValues = new Map<Variable, AnyNode>();
  private readonly derived = new Map<unknown, { readonly from: unknown; readonly value: unknown }>();
  private readonly functions = new Map<Variable, NodeOf<'FunctionDeclaration'>>();

  constructor(source: string, sourceKind: DecidedSourceKind, program: NodeOf<'Program'>) {
    this.source = source;
    this.sourceKind = sourceKind;
    this.root = program;
    const selfCallers = new Set<CodeNode>();
    walk(program, (node, parents) => {
      if (isSought(node)) this.add({ node, parents: [...parents] });
      if (node.type === 'CallExpression') noteSelfCaller(node, parents, selfCallers);
      if (node.type === 'VariableDeclarator') this.noteInitialValue(node);
      if (node.type === 'FunctionDeclaration' && node.variable !== undefined) this.functions.set(node.variable, node);
    });
    this.selfCallers = [...selfCallers];
  }

  /** In source order. */
  all<Type extends SoughtType>(type: Type): readonly Occurrence<NodeOf<Type>>[] {
    return (this.occurrences.get(type) ?? []) as unknown as readonly Occurrence<NodeOf<Type>>[];
  }

  /** The nodes that hold the offset, from the program to the innermost; where two meet, the one that begins there. */
  pathAt(offset: number): readonly AnyNode[] {
    const path: AnyNode[] = [];
    for (let node: AnyNode | undefined = this.root; node !== undefined;) {
      path.push(node);
      node = this.childAt(node, offset);
    }
    return path;
  }

  /** A file of one line has thousands of statements, and is asked about at each of its places. */
  private childAt(node: AnyNode, offset: number): AnyNode | undefined {
    let children = this.children.get(node);
    if (children === undefined) this.children.set(node, (children = childrenOf(node)));
    let low = 0;
    let high = children.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (children[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    const child = children[low];
    return child !== undefined && child.start <= offset ? child : undefined;
  }

  /** Counts from 1. */
  lineOf(offset: number): number {
    this.lineStarts ??= lineStartsOf(this.source);
    return lineAt(this.lineStarts, offset) + 1;
  }

  /** What several hazards ask for, worked out for the first of them. */
  once<From, Value>(derive: (program: AnalyzedProgram, from: From) => Value, from: From): Value {
    const known = this.derived.get(derive);
    if (known !== undefined && known.from === from) return known.value as Value;
    const value = derive(this, from);
    this.derived.set(derive, { from, value });
    return value;
  }

  textOf({ start, end }: { start: number; end: number }): string {
    return this.source.slice(start, end);
  }

  /** What an expression is known to be: itself, or the one value of the variable that it names. */
  knownValue(expression: AnyNode): AnyNode | undefined {
    if (expression.type !== 'Identifier') return expression;
    const variable = variableOf(expression);
    return variable === undefined ? undefined : this.initialValues.get(variable);
  }

  /** The function that the variable was declared as, where nothing else is ever assigned to it. */
  declaredFunction(variable: Variable): FunctionNode | undefined {
    return variable.maybeAssigned ? undefined : this.functions.get(variable);
  }

  private add(occurrence: Occurrence): void {
    const { type } = occurrence.node;
    const known = this.occurrences.get(type);
    if (known === undefined) this.occurrences.set(type, [occurrence]);
    else known.push(occurrence);
  }

  private noteInitialValue({ id, init }: NodeOf<'VariableDeclarator'>): void {
    if (id.type !== 'Identifier' || !init) return;
    const variable = variableOf(id);
    if (variable !== undefined && !variable.maybeAssigned) this.initialValues.set(variable, init);
  }
}

/** Undefined where the text does not parse. */
export function analyzeProgram(
  source: string,
  sourceKind: DecidedSourceKind,
  language: SourceLanguage,
): AnalyzedProgram | undefined {
  const script = { id: 0, name: '', kind: 'main', source, language, lineOffset: 0 } as const;
  const result = parseUnit(script, sourceKind);
  if (!result.ok) return undefined;
  const { node } = result.literal;
  return node.type === 'Program' ? new AnalyzedProgram(source, sourceKind, node) : undefined;
}

function parseUnit(script: Script, sourceKind: DecidedSourceKind): UnitResult {
  if (sourceKind === 'script') return parseScriptUnit(script);
  if (sourceKind === 'module') return parseModuleUnit(script);
  return parseWrappedUnit(script, ['exports', 'require', 'module', '__filename', '__dirname']);
}

/** The variable that a reference means; a local that sloppy eval might shadow counts as meant. */
export function variableOf(identifier: NodeOf<'Identifier'>): Variable | undefined {
  const { proxy } = identifier;
  if (proxy === undefined || !proxy.isResolved) return undefined;
  return proxy.variable.localIfNotShadowed ?? proxy.variable;
}

/** The reference means the global of that name, as far as the text tells. */
export function isGlobal(identifier: NodeOf<'Identifier'>): boolean {
  const variable = variableOf(identifier);
  return variable !== undefined && variable.isDynamic;
}

/** The function (arrows too), or the program, that the node is in. */
export function codeAround({ parents }: Occurrence): CodeNode {
  return parents.findLast(isCode) ?? (parents[0] as CodeNode);
}

/** The same, passing through arrow functions: where `arguments` comes from. */
export function functionAround({ parents }: Occurrence): CodeNode {
  return parents.findLast((node) => isCode(node) && node.type !== 'ArrowFunctionExpression') as CodeNode;
}

export function isStrict(code: CodeNode): boolean {
  return code.literal?.isStrict ?? false;
}

/** How hovers call it. */
export function nameOf(code: CodeNode): string {
  if (code.type === 'Program') return 'the file';
  return code.literal?.name ? `${code.literal.name}()` : 'the function';
}

/** `range`: where events may stand; the node itself by default. */
export function siteOf(occurrence: Occurrence, range: { start: number; end: number } = occurrence.node): Site {
  const { node, parents } = occurrence;
  const statement = isStatement(node)
    ? node
    : (parents.findLast((parent) => isStatement(parent) || isCode(parent)) ?? node);
  return {
    start: range.start,
    end: range.end,
    statementStart: statement.start,
    statementEnd: statement.end,
    functionEnd: codeAround(occurrence).end,
  };
}

function noteSelfCaller({ callee }: NodeOf<'CallExpression'>, parents: readonly AnyNode[], into: Set<CodeNode>): void {
  if (callee.type !== 'Identifier') return;
  const code = parents.findLast(isCode);
  if (code === undefined || code.type === 'Program' || code.type === 'ArrowFunctionExpression') return;
  if (code.id?.type === 'Identifier' && code.id.name === callee.name) into.add(code);
}

function isCode(node: AnyNode): node is CodeNode {
  return node.type === 'Program' || /^(Function|Arrow)/.test(node.type);
}

function isStatement(node: AnyNode): boolean {
  return node.type.endsWith('Statement') || node.type === 'VariableDeclaration';
}

/** Only what some hazard may ask about: to keep the parents of every call would cost more than the whole analysis. */
function isSought(node: AnyNode): boolean {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return ['eval', 'Function', 'Array'].some((name) => mentions(node.callee, name));
    case 'UnaryExpression':
      return node.operator === 'delete';
    case 'Identifier':
      return node.name === 'arguments';
    case 'ExpressionStatement':
      return node.expression.type === 'CallExpression' && node.expression.callee.type === 'Identifier';
    default:
      return node.type === 'WithStatement' || node.type === 'ForInStatement';
  }
}

function mentions(callee: AnyNode, name: string): boolean {
  if (callee.type === 'Identifier') return callee.name === name;
  if (callee.type === 'MemberExpression') return mentions(callee.property, name);
  if (callee.type === 'SequenceExpression') return callee.expressions.some((expression) => mentions(expression, name));
  return false;
}
