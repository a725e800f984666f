/**
 * The errors of acorn's parser as values, and those that V8 reports from the tree rather than from a token: what stands before
 * `=>` and is no list of parameters, and what cannot be the target of a pattern. V8: ClassifyArrowParameter,
 * ParseAssignmentExpressionCoverGrammar and ExpressionParsingScope in src/parsing/.
 */
import * as acorn from 'acorn';
import type { ParserClass, ParserInternals } from './dialects.ts';
import { expressionPosition } from './expression-position.ts';
import { skipTrivia } from './source-tokens.ts';
import type { RaisedError, RestContext } from './syntax-errors.ts';

/** Thrown by every parser here; plugins that try alternatives catch it. */
export class ParseError extends SyntaxError {
  readonly raised: RaisedError;

  constructor(raised: RaisedError) {
    super(raised.message);
    this.raised = raised;
  }
}

/** The TypeScript plugin takes every assignment for a binding at first: there, acorn's own errors have to do. */
export function withParserErrors(base: unknown, isTyped: boolean): ParserClass<ParserInternals> {
  const Base = base as ParserClass<ParserInternals>;
  return class extends Base {
    /** Patterns around what is being made a target of an assignment. */
    override patternDepth = 0;
    override restContext: RestContext = 'parameters';

    override raise(position: number, message: string): never {
      return this.raiseRange(position, undefined, message);
    }

    // acorn calls this one for errors after which it could go on.
    raiseRecoverable(position: number, message: string): never {
      return this.raise(position, message);
    }

    /** With an end, the words are V8's. */
    raiseRange(offset: number, end: number | undefined, message: string): never {
      throw new ParseError({
        message,
        offset,
        end,
        isStrict: this.strict,
        tokenType: this.type,
        tokenStart: this.start,
        tokenEnd: Math.max(this.end, this.start),
        scanned: this.pos,
        previousStart: this.lastTokStart,
        previousEnd: this.lastTokEnd,
        inGenerator: this.inGenerator,
        inAsync: this.inAsync,
        inClassStaticBlock: this.inClassStaticBlock,
        restContext: this.restContext,
        privateNames: this.privateNameStack.flatMap(({ declared }) => Object.keys(declared)),
      });
    }

    // An arrow that follows a list of parameters has been read by now.
    override parseMaybeConditional(...rest: unknown[]): acorn.Expression {
      const expression = super.parseMaybeConditional(...rest);
      if (this.type !== acorn.tokTypes.arrow) return expression;
      const isParenthesized = expression.end < this.lastTokEnd;
      if (isParenthesized || isHead(expression)) return expression;
      const position =
        expression.type === 'ChainExpression' ? expression.start : expressionPosition(this.input, expression);
      return this.raiseRange(position, this.lastTokStart, 'Malformed arrow function parameter list');
    }

    // V8 reads `()` before an arrow everywhere; what is around it then is no list of parameters.
    override parseParenAndDistinguishExpression(canBeArrow: boolean, ...rest: unknown[]): acorn.Expression {
      const close = skipTrivia(this.input, this.end);
      const isEmpty = this.input[close] === ')' && this.input.startsWith('=>', skipTrivia(this.input, close + 1));
      if (canBeArrow || !isEmpty) {
        const outer = this.restContext;
        this.restContext = 'arrow';
        const expression = super.parseParenAndDistinguishExpression(canBeArrow, ...rest);
        this.restContext = outer;
        return expression;
      }
      const node = this.startNode();
      this.next();
      this.next();
      return this.finishNode(node, 'EmptyParentheses') as acorn.Expression;
    }

    override parseBindingList(close: acorn.TokenType, ...rest: unknown[]): acorn.Pattern[] {
      const outer = this.restContext;
      this.restContext = close === acorn.tokTypes.parenR ? 'parameters' : 'pattern';
      const list = super.parseBindingList(close, ...rest);
      this.restContext = outer;
      return list;
    }

    override parseRestBinding(): acorn.RestElement {
      const { start } = this;
      const rest = super.parseRestBinding();
      if (this.type !== acorn.tokTypes.eq || isTyped) return rest;
      if (this.restContext === 'arrow') return this.raiseRange(this.lastTokStart, this.lastTokEnd, defaultOfRest);
      if (this.restContext === 'parameters') return this.raiseRange(this.start, this.end, defaultOfRest);
      this.next();
      this.parseMaybeAssign();
      return this.raiseRange(start, this.lastTokEnd, 'Invalid destructuring assignment target');
    }

    // acorn looks for values that are missing once it has read on.
    override parseVarId(declaration: acorn.VariableDeclarator, kind: string): void {
      super.parseVarId(declaration, kind);
      if (isTyped || this.type === acorn.tokTypes.eq) return;
      const isPattern = declaration.id.type !== 'Identifier';
      if (!isPattern && !/const|using/.test(kind)) return;
      if (this.type === acorn.tokTypes._in || this.isContextual('of')) return;
      const words = isPattern ? 'destructuring' : kind;
      this.raiseRange(declaration.id.start, declaration.id.end, `Missing initializer in ${words} declaration`);
    }

    override toAssignable(node: acorn.Node | null, isBinding = false, ...rest: unknown[]): acorn.Node | null {
      if (node !== null && !isTyped)
        this.checkTarget(node as acorn.Expression | acorn.Property | acorn.SpreadElement, isBinding);
      const isPattern = node?.type === 'ArrayExpression' || node?.type === 'ObjectExpression';
      if (!isPattern) return super.toAssignable(node, isBinding, ...rest);
      this.patternDepth++;
      try {
        return super.toAssignable(node, isBinding, ...rest);
      } finally {
        this.patternDepth--;
      }
    }

    override checkLValSimple(node: acorn.Node, bindingType = 0, ...rest: unknown[]): void {
      if (!isTyped && bindingType !== 0 && node.type === 'MemberExpression') {
        this.raiseRange(node.start, node.end, 'Illegal property in declaration context');
      }
      super.checkLValSimple(node, bindingType, ...rest);
    }

    private checkTarget(node: acorn.Expression | acorn.Property | acorn.SpreadElement, isBinding: boolean): void {
      if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && isBinding) {
        this.raiseRange(node.left.start, node.left.end, 'Illegal property in declaration context');
      }
      if (node.type === 'MemberExpression' && isBinding) {
        const words =
          this.patternDepth > 0 ? 'Illegal property in declaration context' : 'Invalid destructuring assignment target';
        this.raiseRange(node.start, node.end, words);
      }
      if (node.type === 'SpreadElement' && node.argument.type === 'AssignmentExpression') {
        const { left } = node.argument;
        if (isBinding && this.patternDepth > 0 && left.type === 'MemberExpression')
          this.raiseRange(left.start, left.end, 'Illegal property in declaration context');
        if (this.patternDepth > 0) this.raiseRange(node.start, node.end, 'Invalid destructuring assignment target');
        // V8 has read the whole argument of what may be a call.
        const last = [...acorn.tokenizer(this.input.slice(0, node.end), this.options)].at(-1)!;
        this.raiseRange(last.start, last.end, defaultOfRest);
      }
      if (node.type === 'Property' && (node.kind !== 'init' || node.method)) {
        this.raiseRange(node.start, node.key.end, 'Invalid destructuring assignment target');
      }
      if (node.type !== 'ObjectExpression') return;
      const last = node.properties.at(-1);
      if (last?.type !== 'SpreadElement') return;
      const { type, start, end } = last.argument;
      if (type === 'Identifier' || type === 'MemberExpression') return;
      if (!isBinding && type !== 'ObjectExpression' && type !== 'ArrayExpression') return;
      const words = isBinding
        ? 'an identifier in declaration contexts'
        : 'an assignable reference in assignment contexts';
      this.raiseRange(start, end, `\`...\` must be followed by ${words}`);
    }
  };
}

const defaultOfRest = 'Rest parameter may not have a default initializer';

/** What could stand before an arrow in the same line. */
function isHead(expression: acorn.Expression): boolean {
  if (expression.type === 'Identifier') return true;
  return (
    expression.type === 'CallExpression' &&
    expression.callee.type === 'Identifier' &&
    expression.callee.name === 'async'
  );
}
