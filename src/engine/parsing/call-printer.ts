/**
 * The words of the source that an error message quotes: walks a function's AST until an expression stands at the position of
 * the instruction that failed, and prints it. V8: CallPrinter in src/ast/prettyprinter.cc, whose order and oddities matter:
 * what it does not print is `(intermediate value)`.
 */
import type * as acorn from 'acorn';
import type { FunctionLiteral } from './ast.ts';
import { callPosition } from './call-position.ts';
import { expressionPosition } from './expression-position.ts';
import { isAsyncFunctionKind } from './function-kind.ts';
import { foldedLiteral } from './literal-folding.ts';
import {
  inFlagOrder,
  isArrayIndex,
  isPrivateMember,
  literalText,
  membersInOrder,
  operandsOf,
  partsOfConditional,
  partsOfPattern,
  partsOfStatement,
  patternKeyAt,
  type Printable,
  type PrintedCallSite,
} from './call-printer-parts.ts';

export function printCallSite(
  source: string,
  literal: FunctionLiteral,
  position: number,
  isErrorInSpreadArgument = false,
): PrintedCallSite {
  const printer = new CallPrinter(source, position, isErrorInSpreadArgument);
  printer.printFunction(literal);
  return printer.result();
}

type Call = acorn.CallExpression | acorn.NewExpression;

class CallPrinter {
  readonly #source: string;
  readonly #position: number;
  readonly #isErrorInSpreadArgument: boolean;
  #text = '';
  #prints = 0;
  #found = false;
  #done = false;
  #isCall = false;
  #isIteration = false;
  #isAsyncIteration = false;
  #isAsyncFunction = false;
  #destructuring: PrintedCallSite['destructuring'];
  #spreadPosition: number | undefined;

  constructor(source: string, position: number, isErrorInSpreadArgument: boolean) {
    this.#source = source;
    this.#position = position;
    this.#isErrorInSpreadArgument = isErrorInSpreadArgument;
  }

  result(): PrintedCallSite {
    return {
      text: this.#text,
      isCall: this.#isCall,
      isIteration: this.#isIteration,
      isAsyncIteration: this.#isAsyncIteration,
      destructuring: this.#destructuring,
      spreadPosition: this.#spreadPosition,
    };
  }

  printFunction(literal: FunctionLiteral): void {
    const outer = this.#isAsyncFunction;
    this.#isAsyncFunction = isAsyncFunctionKind(literal.kind);
    for (const parameter of literal.parameters) this.#parameter(parameter);
    for (const member of literal.members) {
      if (member.type === 'StaticBlock') this.#findAll(member.body);
      else if (member.value) this.#find(member.value);
    }
    this.#findAll(literal.body);
    if (literal.expression !== undefined) this.#find(literal.expression);
    this.#isAsyncFunction = outer;
  }

  /** Parameters are assignments of values without a name. */
  #parameter(parameter: acorn.Pattern): void {
    if (parameter.type === 'RestElement') return this.#parameter(parameter.argument);
    if (parameter.type !== 'AssignmentPattern') return this.#bind(parameter, undefined, () => undefined);
    if (parameter.left.type === 'Identifier') return this.#find(parameter.right);
    this.#bind(parameter.left, undefined, () =>
      this.#found ? this.#print('(intermediate value)'.repeat(3)) : this.#find(parameter.right),
    );
  }

  #print(text: string | undefined): void {
    if (!this.#found || this.#done || text === undefined) return;
    this.#prints++;
    this.#text += text;
  }

  #find(node: acorn.Node, print = false): void {
    if (!this.#found) return this.#visit(node);
    if (print) {
      const before = this.#prints;
      this.#visit(node);
      if (before !== this.#prints) return;
    }
    this.#print('(intermediate value)');
  }

  #findAll(nodes: readonly (acorn.Node | null | undefined)[]): void {
    for (const node of nodes) if (node) this.#find(node);
  }

  #positionOf(node: acorn.Node): number {
    return expressionPosition(this.#source, node);
  }

  #visit(node: acorn.Node): void {
    const literal = this.#found ? foldedLiteral(node) : undefined;
    if (literal !== undefined) return this.#print(literalText(literal.value));
    if (this.#statement(node)) return;
    this.#expression(node as Printable);
  }

  /** True if it was one. */
  #statement(node: acorn.Node): boolean {
    const statement = node as acorn.Statement;
    switch (statement.type) {
      case 'VariableDeclaration':
        for (const { id, init } of statement.declarations)
          if (init) this.#bind(id, init, () => this.#find(init, this.#found));
        return true;
      case 'ClassDeclaration':
        this.#class(statement);
        return true;
      case 'ForOfStatement':
        this.#forOf(statement);
        return true;
      case 'ForInStatement':
        this.#each(statement);
        this.#findAll([statement.right, statement.body]);
        return true;
      case 'TryStatement':
        this.#find(statement.block);
        if (statement.handler?.param && statement.handler.param.type !== 'Identifier')
          this.#bind(statement.handler.param, undefined, () => this.#print('.catch'));
        this.#findAll([statement.handler?.body, statement.finalizer]);
        return true;
      default: {
        const parts = partsOfStatement(statement);
        if (parts !== undefined) this.#findAll(parts);
        return parts !== undefined;
      }
    }
  }

  #expression(node: Printable): void {
    switch (node.type) {
      case 'Identifier':
        return this.#print(node.name);
      case 'PrivateIdentifier':
        return this.#print(`#${node.name}`);
      case 'ThisExpression':
        return this.#print('this');
      case 'MetaProperty':
        return this.#print(node.meta.name === 'new' ? '.new.target' : '');
      case 'Literal':
        if (node.regex) this.#print(`/${node.regex.pattern}/${inFlagOrder(node.regex.flags)}`);
        return;
      case 'TemplateLiteral':
        for (const part of node.expressions) this.#find(part, true);
        return;
      case 'TaggedTemplateExpression':
        return this.#call(node, node.tag, [], node.quasi.start);
      case 'MemberExpression':
        return this.#member(node);
      case 'ChainExpression':
        return this.#find(node.expression);
      case 'ParenthesizedExpression':
        return this.#visit(node.expression);
      case 'CallExpression':
        return this.#call(node, node.callee, node.arguments, callPosition(this.#source, node));
      case 'NewExpression':
        return this.#call(node, node.callee, node.arguments, node.start);
      case 'SequenceExpression':
        return this.#operation(node.expressions, ',');
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        if (node.literal !== undefined) this.printFunction(node.literal);
        return;
      case 'ClassExpression':
        return this.#class(node);
      case 'ConditionalExpression':
        return this.#findAll(partsOfConditional(node));
      case 'UnaryExpression':
        this.#print(`(${node.operator}${/^[a-z]/.test(node.operator) ? ' ' : ''}`);
        this.#find(node.argument, true);
        return this.#print(')');
      case 'UpdateExpression':
        this.#print(node.prefix ? `(${node.operator}` : '(');
        this.#find(node.argument, true);
        return this.#print(node.prefix ? ')' : `${node.operator})`);
      case 'BinaryExpression':
      case 'LogicalExpression':
        return this.#operation(operandsOf(node), node.operator);
      case 'ObjectExpression':
        this.#print('{');
        for (const property of node.properties)
          this.#find(property.type === 'SpreadElement' ? property : property.value);
        return this.#print('}');
      case 'ObjectPattern':
        return this.#print(`{${'(intermediate value)'.repeat(node.properties.length)}}`);
      case 'ArrayExpression':
      case 'ArrayPattern':
        return this.#array(node);
      case 'AssignmentExpression':
        return this.#assignment(node);
      case 'SpreadElement':
      case 'RestElement':
        this.#print('(...');
        this.#find(node.argument, true);
        return this.#print(')');
      case 'YieldExpression':
        return this.#yield(node);
      case 'AwaitExpression':
        return this.#find(node.argument);
      case 'RuntimeCall':
        if (!this.#found) this.#findAll(node.arguments);
        return;
      case 'AssignmentPattern':
        return this.#bind(
          node.left,
          node.right,
          () => this.#find(node.right, this.#found),
          this.#positionOf(node.right),
          true,
        );
      default:
        return;
    }
  }

  #operation(nodes: readonly acorn.Node[], operator: string): void {
    this.#print('(');
    nodes.forEach((operand, i) => {
      if (i > 0) this.#print(` ${operator} `);
      this.#find(operand, true);
    });
    this.#print(')');
  }

  #member(node: acorn.MemberExpression): void {
    this.#find(node.object, true);
    const literal = node.computed ? foldedLiteral(node.property)?.value : undefined;
    const isName = typeof literal === 'string' && !isArrayIndex(literal);
    if ((!node.computed && node.property.type !== 'PrivateIdentifier') || isName) {
      if (node.optional) this.#print('?');
      this.#print('.');
      this.#print(isName ? literal : (node.property as acorn.Identifier).name);
      return;
    }
    if (node.optional) this.#print('?.');
    this.#print('[');
    this.#find(node.property, true);
    this.#print(']');
  }

  #call(
    node: Call | acorn.TaggedTemplateExpression,
    callee: acorn.Node,
    args: readonly (acorn.Expression | acorn.SpreadElement)[],
    position: number,
  ): void {
    let isHere = false;
    const isNew = node.type === 'NewExpression';
    if (position === this.#position) {
      const last = args.at(-1);
      if (this.#isErrorInSpreadArgument && last?.type === 'SpreadElement') {
        this.#found = true;
        this.#spreadPosition = this.#positionOf(last.argument);
        this.#find(last.argument, true);
        this.#done = true;
        this.#found = false;
        return;
      }
      this.#isCall = true;
      isHere = !this.#found;
    }
    if (isHere) this.#found = true;
    if (callee.type === 'Super') this.#print('super');
    else this.#find(callee, !isNew || isHere || this.#isIteration);
    if (!isNew && !isHere && !this.#isIteration) this.#print('(...)');
    if (!this.#found) this.#findAll(args);
    if (!this.#found && node.type === 'TaggedTemplateExpression') this.#findAll(node.quasi.expressions);
    if (isHere) this.#finish();
  }

  #class(node: acorn.ClassExpression | acorn.ClassDeclaration | acorn.AnonymousClassDeclaration): void {
    if (node.superClass) this.#find(node.superClass);
    for (const member of membersInOrder(node)) {
      if (member.type === 'MethodDefinition' && member.kind !== 'constructor') this.#find(member.value);
      else if (isPrivateMember(member) && this.#found) this.#print('(intermediate value)');
    }
  }

  #array(node: acorn.ArrayExpression | acorn.ArrayPattern): void {
    this.#print('[');
    for (const [i, element] of node.elements.entries()) {
      if (i > 0) this.#print(',');
      if (element === null) continue;
      if (element.type === 'SpreadElement' && !this.#found && this.#positionOf(element.argument) === this.#position) {
        this.#found = true;
        this.#isIteration = true;
        this.#find(element.argument, true);
        this.#done = true;
        return;
      }
      this.#find(element, true);
    }
    this.#print(']');
  }

  #yield(node: acorn.YieldExpression): void {
    if (!node.argument) {
      if (this.#found) this.#print('(intermediate value)');
      return;
    }
    if (node.delegate && !this.#found && this.#positionOf(node.argument) === this.#position) {
      this.#found = true;
      if (this.#isAsyncFunction) this.#isAsyncIteration = true;
      else this.#isIteration = true;
      this.#print('yield* ');
    }
    this.#find(node.argument);
  }

  #forOf(node: acorn.ForOfStatement): void {
    this.#each(node);
    const isHere = this.#positionOf(node.right) === this.#position && !this.#found;
    if (this.#positionOf(node.right) === this.#position) {
      if (node.await) this.#isAsyncIteration = true;
      else this.#isIteration = true;
      this.#found = true;
    }
    this.#find(node.right, true);
    if (isHere) this.#finish();
    this.#find(node.body);
  }

  /** A declaration's pattern takes the value apart that V8 calls `.for`. */
  #each(node: acorn.ForOfStatement | acorn.ForInStatement): void {
    if (node.left.type !== 'VariableDeclaration') return this.#find(node.left);
    const { id } = node.left.declarations[0]!;
    this.#bind(id, undefined, () => this.#print('.for'), id.end - 1);
  }

  #assignment(node: acorn.AssignmentExpression): void {
    this.#bind(node.left, node.right, () => this.#find(node.right, this.#found), this.#positionOf(node.right), true);
  }

  /** `target = value`, written or meant. V8: CallPrinter::VisitAssignment. */
  #bind(
    target: acorn.Pattern | acorn.Expression,
    value: acorn.Expression | undefined,
    visitValue: () => void,
    valuePosition = value === undefined ? -1 : this.#positionOf(value),
    isExpression = false,
  ): void {
    let isHere = false;
    if (target.type === 'ObjectPattern') {
      const key = patternKeyAt(this.#source, target, this.#position);
      if (key !== undefined) {
        isHere = !this.#found;
        this.#found = true;
        this.#destructuring = { key: key.name, offset: key.offset ?? valuePosition };
      }
    }
    if (!isHere && this.#found) {
      if (isExpression) this.#find(target, true);
      return;
    }
    if (isHere) visitValue();
    else {
      this.#findAll(partsOfPattern(target));
      if (target.type === 'ArrayPattern' && valuePosition === this.#position && valuePosition >= 0) {
        this.#isIteration = true;
        isHere = !this.#found;
        this.#found = true;
      }
      visitValue();
    }
    if (isHere) this.#finish();
  }

  #finish(): void {
    this.#done = true;
    this.#found = false;
  }
}
