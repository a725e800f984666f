/**
 * Names that stack traces give to functions without a name of their own: `F.m` for `F.prototype.m = function () {}`.
 * V8: FuncNameInferrer in src/parsing/func-name-inferrer.cc, and its calls in parser-base.h. What is on its stack depends on
 * the order of parsing, and on which functions V8 parses at once and which when they are called first.
 */
import type * as acorn from 'acorn';
import { type AnyNode, childrenOf } from './walk.ts';

export type InferredNames = ReadonlyMap<acorn.Node, string>;

/** Of all anonymous functions of a program, by their nodes. */
export function inferNames(source: string, root: acorn.Node): InferredNames {
  const names = new Map<acorn.Node, string>();
  const units: acorn.Node[] = [root];
  for (let unit = units.pop(); unit !== undefined; unit = units.pop()) {
    new Inferrer(source, names, units).run(unit, unit === root);
  }
  return names;
}

interface StackedName {
  readonly text: string;
  readonly isVariable: boolean;
}
type FunctionNode = acorn.FunctionDeclaration | acorn.FunctionExpression | acorn.ArrowFunctionExpression;

class Inferrer {
  readonly #source: string;
  readonly #names: Map<acorn.Node, string>;
  /** Functions that are parsed by themselves later. */
  readonly #units: acorn.Node[];
  #stack: StackedName[] = [];
  /** Waiting for a name. Those inside a function that is compiled later get theirs when that is parsed by itself. */
  #functions: { readonly node: acorn.Node; readonly isOwn: boolean }[] = [];
  #inner = 0;
  #depth = 0;

  constructor(source: string, names: Map<acorn.Node, string>, units: acorn.Node[]) {
    this.#source = source;
    this.#names = names;
    this.#units = units;
  }

  run(unit: acorn.Node, isRoot: boolean): void {
    if (isRoot) return this.#visitChildren(unit);
    const { id, params, body } = unit as FunctionNode;
    // A function that looks like a constructor gives its name to what is made in it.
    if (id && /^\p{Lu}/u.test(id.name)) this.#stack.push({ text: id.name, isVariable: false });
    for (const parameter of params) this.#visit(parameter);
    if (body.type === 'BlockStatement') this.#visit(body);
    else this.#visitAssignmentExpression(body);
  }

  // The stack of names

  #scoped(action: () => void): void {
    const top = this.#stack.length;
    this.#depth++;
    action();
    this.#stack.length = top;
    this.#depth--;
  }

  #pushVariable(text: string): void {
    if (this.#depth > 0) this.#stack.push({ text, isVariable: true });
  }

  #pushLiteral(text: string): void {
    if (this.#depth > 0 && text !== 'prototype') this.#stack.push({ text, isVariable: false });
  }

  #addFunction(node: acorn.Node): void {
    if (this.#depth > 0) this.#functions.push({ node, isOwn: this.#inner === 0 });
  }

  #removeLastFunction(): void {
    this.#functions.pop();
  }

  #infer(): void {
    if (this.#functions.length === 0) return;
    // Of variables that follow each other only the last one counts.
    const parts = this.#stack.filter((name, i) => !(name.isVariable && this.#stack[i + 1]?.isVariable === true));
    const name = parts.map(({ text }) => text).join('.');
    for (const { node, isOwn } of this.#functions) if (isOwn) this.#names.set(node, name);
    this.#functions = [];
  }

  /** After `target = value`: the result of a call is not what a function in it is named after. */
  #inferFrom(value: acorn.Node): void {
    const { type } = withoutParentheses(value);
    if (type === 'CallExpression' || type === 'NewExpression' || type === 'TaggedTemplateExpression')
      this.#removeLastFunction();
    else this.#infer();
  }

  // The walk, in the order of parsing

  #visitChildren(node: acorn.Node): void {
    for (const child of childrenOf(node as AnyNode)) this.#visit(child);
  }

  /** An AssignmentExpression of the grammar. */
  #visitAssignmentExpression(node: acorn.Node): void {
    this.#scoped(() => this.#visit(node));
  }

  #visit(given: acorn.Node): void {
    const node = given as AnyNode;
    switch (node.type) {
      case 'Identifier':
        return this.#pushVariable(node.name);
      case 'ExpressionStatement':
      case 'ParenthesizedExpression':
        return this.#visitExpression(node.expression);
      case 'VariableDeclaration':
        for (const declarator of node.declarations) this.#visitDeclarator(declarator);
        return;
      case 'AssignmentExpression':
        this.#visit(node.left);
        this.#visitAssignmentExpression(node.right);
        if (/^(?:\|\||&&|\?\?)?=$/.test(node.operator)) this.#inferFrom(node.right);
        else this.#removeLastFunction();
        return;
      case 'AssignmentPattern':
        return this.#scoped(() => {
          this.#visit(node.left);
          this.#visitAssignmentExpression(node.right);
          this.#inferFrom(node.right);
        });
      case 'MemberExpression':
        return this.#visitMember(node);
      case 'CallExpression':
        if (node.callee.type === 'ArrowFunctionExpression')
          this.#scoped(() => this.#visitArrow(node.callee as acorn.ArrowFunctionExpression, true));
        else this.#visit(node.callee);
        this.#visitList(node.arguments);
        return this.#removeLastFunction();
      case 'NewExpression':
        this.#visit(node.callee);
        return this.#visitList(node.arguments);
      case 'ArrayExpression':
      case 'ArrayPattern':
        return this.#visitList(node.elements);
      case 'SpreadElement':
      case 'RestElement':
        return this.#visitAssignmentExpression(node.argument);
      case 'ObjectExpression':
      case 'ObjectPattern':
        for (const property of node.properties) this.#visitProperty(property);
        return;
      case 'ConditionalExpression':
        this.#visit(node.test);
        this.#visitAssignmentExpression(node.consequent);
        return this.#visitAssignmentExpression(node.alternate);
      case 'SequenceExpression':
        return this.#visitList(node.expressions);
      case 'TemplateLiteral':
        for (const expression of node.expressions) this.#visitExpression(expression);
        return;
      case 'ArrowFunctionExpression':
        return this.#visitArrow(node);
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return this.#visitFunction(node);
      case 'ClassExpression':
      case 'ClassDeclaration':
        return this.#visitClass(node);
      case 'ReturnStatement':
      case 'ThrowStatement':
        if (node.argument) this.#visitExpression(node.argument);
        return;
      case 'YieldExpression':
        if (node.argument) this.#visitAssignmentExpression(node.argument);
        return;
      case 'IfStatement':
        this.#visitExpression(node.test);
        this.#visit(node.consequent);
        if (node.alternate) this.#visit(node.alternate);
        return;
      case 'ForOfStatement':
      case 'ForInStatement':
        if (node.left.type === 'VariableDeclaration') this.#visit(node.left);
        else this.#visitAssignmentExpression(node.left);
        this.#visitExpression(node.right);
        return this.#visit(node.body);
      case 'WhileStatement':
        this.#visitExpression(node.test);
        return this.#visit(node.body);
      case 'LabeledStatement':
        return this.#visit(node.body);
      case 'BreakStatement':
      case 'ContinueStatement':
        return;
      case 'CatchClause':
        return this.#visit(node.body);
      default:
        return this.#visitChildren(node);
    }
  }

  /** An Expression of the grammar: AssignmentExpressions with commas between them. */
  #visitExpression(node: acorn.Node): void {
    if (node.type === 'SequenceExpression') this.#visit(node);
    else this.#visitAssignmentExpression(node);
  }

  #visitList(nodes: readonly (acorn.Node | null)[]): void {
    for (const node of nodes) if (node !== null) this.#visitAssignmentExpression(node);
  }

  #visitDeclarator(node: acorn.VariableDeclarator): void {
    this.#scoped(() => {
      this.#visit(node.id);
      if (!node.init) return;
      this.#visitAssignmentExpression(node.init);
      if (node.id.type === 'Identifier') this.#inferFrom(node.init);
    });
  }

  #visitMember(node: acorn.MemberExpression): void {
    this.#visit(node.object);
    if (!node.computed) {
      const { property } = node;
      this.#pushLiteral(
        property.type === 'PrivateIdentifier' ? `#${property.name}` : (property as acorn.Identifier).name,
      );
      return;
    }
    this.#visitExpression(node.property);
    const key = withoutParentheses(node.property) as acorn.Expression;
    this.#pushLiteral(key.type === 'Literal' && typeof key.value === 'string' ? key.value : '<computed>');
  }

  #visitProperty(node: acorn.Property | acorn.AssignmentProperty | acorn.SpreadElement | acorn.RestElement): void {
    this.#scoped(() => {
      if (node.type === 'SpreadElement' || node.type === 'RestElement') {
        this.#visit(node);
        return this.#infer();
      }
      this.#visitKey(node);
      if (node.kind !== 'init' || node.method)
        this.#visitFunction(node.value as acorn.FunctionExpression, !node.computed);
      else if (node.shorthand) this.#visit(node.value);
      else this.#visitAssignmentExpression(node.value);
      this.#infer();
    });
  }

  #visitKey(node: acorn.Property | acorn.AssignmentProperty | acorn.MethodDefinition | acorn.PropertyDefinition): void {
    const { key } = node;
    if (node.computed) return this.#visitAssignmentExpression(key);
    if (key.type === 'PrivateIdentifier') return this.#pushLiteral(`#${key.name}`);
    this.#pushLiteral(key.type === 'Identifier' ? key.name : String((key as acorn.Literal).value));
  }

  #visitClass(node: acorn.ClassExpression | acorn.ClassDeclaration | acorn.AnonymousClassDeclaration): void {
    if (node.superClass) this.#scoped(() => this.#visit(node.superClass!));
    for (const member of node.body.body) {
      if (member.type === 'StaticBlock') {
        for (const statement of member.body) this.#visit(statement);
        continue;
      }
      this.#scoped(() => {
        this.#visitKey(member);
        if (member.type === 'MethodDefinition') this.#visitFunction(member.value, !member.computed);
        else if (member.value) this.#visitAssignmentExpression(member.value);
        this.#infer();
      });
    }
    const constructor = node.body.body.find(
      (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
    );
    this.#addFunction(constructor?.type === 'MethodDefinition' ? constructor.value : node);
  }

  /** Arrow functions are parsed with what surrounds them, though compiled later unless they are called at once. */
  #visitArrow(node: acorn.ArrowFunctionExpression, isCalledAtOnce = false): void {
    const isBare = node.params.length === 1 && !this.#source.slice(node.start, node.params[0]!.end).includes('(');
    if (!isCalledAtOnce) {
      this.#units.push(node);
      this.#inner++;
    }
    if (!isBare) this.#visitList(node.params);
    if (node.body.type === 'BlockStatement') this.#visit(node.body);
    else this.#visitAssignmentExpression(node.body);
    if (!isCalledAtOnce) this.#inner--;
    this.#addFunction(node);
  }

  /** Others are not, unless a parenthesis before them makes it likely that they are called at once. */
  #visitFunction(
    node: acorn.FunctionExpression | acorn.FunctionDeclaration | acorn.AnonymousFunctionDeclaration,
    isNamed = false,
  ): void {
    if (node.type === 'FunctionExpression' && !isNamed && this.#isCalledAtOnce(node)) {
      for (const parameter of node.params) this.#visit(parameter);
      this.#visit(node.body);
    } else this.#units.push(node);
    if (!node.id && !isNamed) this.#addFunction(node);
  }

  #isCalledAtOnce(node: acorn.Node): boolean {
    return /[(!]\s*$/.test(this.#source.slice(Math.max(0, node.start - 40), node.start)) && !this.#isArgument(node);
  }

  /** Whether the parenthesis opens the arguments of a call. */
  #isArgument(node: acorn.Node): boolean {
    return /(?:[\w$)\]]|\b(?!return|typeof|void)\w)\s*\(\s*$/.test(
      this.#source.slice(Math.max(0, node.start - 80), node.start),
    );
  }
}

function withoutParentheses(node: acorn.Node): acorn.Node {
  return node.type === 'ParenthesizedExpression'
    ? withoutParentheses((node as acorn.ParenthesizedExpression).expression)
    : node;
}
