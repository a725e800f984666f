/**
 * acorn's parser with what Underhood adds, one class per language, so that the host compiles acorn's methods once for each:
 * errors as values, `%Name(arguments)`, and what the TypeScript plugin gets wrong. V8: src/parsing/parser.cc.
 */
import * as acorn from 'acorn';
import jsxPlugin from 'acorn-jsx';
import { tsPlugin } from '@sveltejs/acorn-typescript';
import type { RuntimeCall } from './ast.ts';
import { nativeOf } from './natives.ts';
import { NameList } from './name-list.ts';
import { withParserErrors } from './parser-errors.ts';
import type { ParseOptions } from './parser.ts';
import type { SourceLanguage } from './source-language.ts';
import type { RestContext } from './syntax-errors.ts';

/** The parts of acorn's parser that a plugin may use, which its types leave out. */
export interface ParserInternals {
  type: acorn.TokenType;
  value: unknown;
  start: number;
  end: number;
  lastTokStart: number;
  lastTokEnd: number;
  strict: boolean;
  inGenerator: boolean;
  inAsync: boolean;
  inClassStaticBlock: boolean;
  readonly privateNameStack: readonly { readonly declared: Readonly<Record<string, unknown>> }[];
  isContextual(name: string): boolean;
  parseVarId(declaration: acorn.VariableDeclarator, kind: string): void;
  parseMaybeAssign(...rest: unknown[]): acorn.Expression;
  parseRestBinding(): acorn.RestElement;
  parseBindingList(close: acorn.TokenType, ...rest: unknown[]): acorn.Pattern[];
  restContext: RestContext;
  options: acorn.Options;
  input: string;
  pos: number;
  next(): void;
  expect(type: acorn.TokenType): void;
  startNode(): acorn.Node;
  finishNode<T extends acorn.Node>(node: T, type: string): T;
  parse(): acorn.Program;
  parseIdent(liberal?: boolean): acorn.Identifier;
  parseExprList(close: acorn.TokenType, ...rest: unknown[]): (acorn.Expression | acorn.SpreadElement)[];
  parseExprAtom(...rest: unknown[]): acorn.Expression;
  parseMaybeConditional(...rest: unknown[]): acorn.Expression;
  parseParenAndDistinguishExpression(canBeArrow: boolean, ...rest: unknown[]): acorn.Expression;
  patternDepth: number;
  toAssignable(node: acorn.Node | null, isBinding?: boolean, ...rest: unknown[]): acorn.Node | null;
  checkLValSimple(node: acorn.Node, bindingType?: number, ...rest: unknown[]): void;
  parseClassId(node: acorn.Class, isStatement: boolean | 'nullableID'): void;
  enterScope(flags: number): void;
  readonly scopeStack: AcornScope[];
  raise(position: number, message: string): never;
  unexpected(): never;
  readonly allowDirectSuper: boolean;
  readonly allowNewDotTarget: boolean;
}

/** acorn's own, for declarations only. */
interface AcornScope {
  lexical: string[] | NameList;
  functions: string[] | NameList;
  var: string[] | NameList;
}

/** What our classes add. */
export interface UnderhoodParser extends ParserInternals {
  parseOptions: ParseOptions;
}

export type ParserClass<Parser extends ParserInternals> = new (
  options: acorn.Options,
  input: string,
  start?: number,
) => Parser;

export function newParser(source: string, options: acorn.Options, parseOptions: ParseOptions): UnderhoodParser {
  const language = parseOptions.language ?? 'javascript';
  const isTyped = language === 'typescript' || language === 'tsx';
  // The TypeScript plugin reads the locations of nodes.
  const parser = new parserClasses[language](isTyped ? { ...options, locations: true } : options, source);
  parser.parseOptions = parseOptions;
  return parser;
}

function withUnderhood(base: unknown, isTyped = false): ParserClass<UnderhoodParser> {
  const Base = withParserErrors(base, isTyped);
  return class extends Base {
    parseOptions: ParseOptions = {};

    override get allowDirectSuper(): boolean {
      return super.allowDirectSuper || this.parseOptions.allowSuperCall === true;
    }

    override get allowNewDotTarget(): boolean {
      return super.allowNewDotTarget || this.parseOptions.allowNewTarget === true;
    }

    override parseExprAtom(...rest: unknown[]): acorn.Expression {
      const { natives } = this.parseOptions;
      if (natives === undefined || this.type !== acorn.tokTypes.modulo) return super.parseExprAtom(...rest);
      const node = this.startNode() as RuntimeCall;
      this.next();
      node.name = this.parseIdent(true).name;
      this.expect(acorn.tokTypes.parenL);
      node.arguments = this.parseExprList(acorn.tokTypes.parenR);
      if (natives === 'v8') this.checkNative(node);
      return this.finishNode(node, 'RuntimeCall') as unknown as acorn.Expression;
    }

    /** V8: ParserBase::ParseV8Intrinsic, Parser::NewV8Intrinsic. */
    checkNative({ name, arguments: args, start }: RuntimeCall): void {
      if (args.some(({ type }) => type === 'SpreadElement'))
        this.raise(start, 'Intrinsic calls do not support spread arguments');
      const known = nativeOf(name);
      if (known === undefined) this.raise(this.start, `${name} is not defined`);
      if (known.argumentCount >= 0 && known.argumentCount !== args.length)
        this.raise(this.start, 'Runtime function given wrong number of arguments');
    }

    // Calls may be assigned to until they run, for the sake of old pages. V8: RewriteInvalidReferenceExpression.
    override toAssignable(node: acorn.Node | null, isBinding = false, ...rest: unknown[]): acorn.Node | null {
      if (node?.type === 'CallExpression' && !isBinding && this.patternDepth === 0) return node;
      if (node !== null) this.checkArrowEnd(node);
      return super.toAssignable(node, isBinding, ...rest);
    }

    /** An arrow function ends the expression, so that an operator behind it is what is wrong. */
    checkArrowEnd(node: acorn.Node): void {
      if (node.type === 'ArrowFunctionExpression' && this.lastTokEnd === node.end) this.unexpected();
    }

    override checkLValSimple(node: acorn.Node, bindingType = 0, ...rest: unknown[]): void {
      const isLogical = /^(?:&&|\|\||\?\?)=$/.test(this.input.slice(this.start, this.end));
      if (node.type === 'CallExpression' && bindingType === 0 && !isLogical) return;
      this.checkArrowEnd(node);
      super.checkLValSimple(node, bindingType, ...rest);
    }

    // The TypeScript plugin shortens the lists when it takes an attempt back.
    override enterScope(flags: number): void {
      super.enterScope(flags);
      if (isTyped) return;
      const scope = this.scopeStack.at(-1)!;
      scope.lexical = new NameList();
      scope.functions = new NameList();
      scope.var = new NameList();
    }

    // acorn looks at the names of declarations only. All of a class is strict code.
    override parseClassId(node: acorn.Class, isStatement: boolean | 'nullableID'): void {
      super.parseClassId(node, isStatement);
      if (node.id && !isStatement) super.checkLValSimple(node.id, 0, false);
    }
  };
}

/** What the TypeScript plugin has besides. */
interface TypeScriptInternals extends UnderhoodParser {
  readonly isAmbientContext: boolean;
  readonly undefinedExports: Record<string, unknown>;
  declareName(name: string, ...rest: unknown[]): void;
  checkLocalExport(id: acorn.Identifier): void;
  readWord1(): string;
  finishToken(type: acorn.TokenType, value: string): void;
  readonly tsParseConstModifier: unknown;
  tsTryParseTypeParameters(parseModifiers: unknown): unknown;
  match(type: acorn.TokenType): boolean;
  tryParse<Result>(parse: () => Result): { readonly node: Result | null; readonly error: unknown };
  parseConditional(...rest: unknown[]): acorn.Expression;
  parseParenAndDistinguishExpression(...rest: unknown[]): acorn.Expression;
  parseParenArrowList(...rest: unknown[]): acorn.Expression;
  shouldParseArrow(...rest: unknown[]): boolean;
  shouldParseAsyncArrow(...rest: unknown[]): boolean;
  parseFunctionBody(node: acorn.Node, isArrow: boolean, ...rest: unknown[]): void;
  parseObj(...rest: unknown[]): acorn.Expression;
  parseImportMeta(...rest: unknown[]): acorn.Expression;
  parseStatement(context: unknown, topLevel?: boolean, ...rest: unknown[]): acorn.Statement;
  parseAssignableListItem(allowModifiers: unknown): Decorated;
  parseBindingListItem(pattern: acorn.Node): acorn.Node;
  parseRestBinding(): acorn.RestElement;
  parseDecorator(): acorn.Node;
  parseMaybeDecoratorArguments(expression: acorn.Expression): acorn.Expression;
  readonly decoratorStack: acorn.Node[][];
  readonly parseEffects?: { willAppend(list: unknown[]): void };
  eat(type: acorn.TokenType): boolean;
  startNodeAtNode(node: acorn.Node): acorn.Node;
  tsNextTokenCanFollowModifier(): boolean;
  isLiteralPropertyName(): boolean;
}

interface Decorated extends acorn.Node {
  decorators?: acorn.Node[];
}

/** The plugin's kinds of tokens, and which words are such tokens. */
interface TypeScriptTokens {
  readonly acornTypeScript: {
    readonly tokTypes: Readonly<Record<string, acorn.TokenType>>;
    readonly keywordsRegExp: RegExp;
  };
}

function wordTypes({ tokTypes, keywordsRegExp }: TypeScriptTokens['acornTypeScript']): Map<string, acorn.TokenType> {
  const types = Object.values(acorn.tokTypes) as acorn.TokenType[];
  const keywords = types.flatMap((type) => (type.keyword === undefined ? [] : [[type.keyword, type] as const]));
  return new Map([...keywords, ...Object.entries(tokTypes).filter(([word]) => keywordsRegExp.test(word))]);
}

/**
 * The plugin finds fault with what only TypeScript's checker minds: modifiers that contradict each other, optional before
 * required and the like. Such a program still runs.
 */
const checkersConcern =
  /'override' modifier|Abstract (?:methods|properties)|because it is marked abstract|reserved in files with the|modifier (?:cannot|must|can only)|modifiers? (?:already seen)|Duplicate modifier|Accessibility modifier|required element cannot follow|pattern parameter cannot be optional|'readonly' type modifier|Index signatures cannot|'(?:set|get)' acces|An accessor cannot|Initializers are not allowed in ambient|A 'const' initializer in an ambient|Type parameters cannot appear on a constructor|Trailing comma is not allowed at the end of generics|Unexpected type cast in parameter/;

function withTypeScriptRepairs(base: ParserClass<UnderhoodParser>): ParserClass<UnderhoodParser> {
  const Base = base as unknown as ParserClass<TypeScriptInternals> & TypeScriptTokens;
  const words = wordTypes(Base.acornTypeScript);
  return class extends Base {
    /**
     * In `a ? (b) : c => d`, `(b): c` is no arrow function with a type of what it returns. Whether it is one shows only
     * after its body, where another colon has to follow: then all is parsed again with this set, which holds outside of
     * brackets.
     */
    private isReturnTypeRefused = false;
    private readonly ambientNames = new Set<string>();
    private parenthesisRefusals: boolean[] = [];
    private returnTypesOfArrows = 0;

    override raise(position: number, message: string): never {
      if (checkersConcern.test(message)) return undefined as never;
      return super.raise(position, message);
    }

    /** The plugin makes a regular expression for every word. */
    readWord(): void {
      const word = this.readWord1();
      this.finishToken(words.get(word) ?? acorn.tokTypes.name, word);
    }

    /** `<const T>` may stand in signatures too. */
    override tsTryParseTypeParameters(parseModifiers: unknown = this.tsParseConstModifier): unknown {
      return super.tsTryParseTypeParameters(parseModifiers);
    }

    /** What is only declared takes no name from what is there. */
    override declareName(name: string, ...rest: unknown[]): void {
      if (!this.isAmbientContext) return super.declareName(name, ...rest);
      delete this.undefinedExports[name];
      this.ambientNames.add(name);
    }

    override checkLocalExport(id: acorn.Identifier): void {
      if (!this.ambientNames.has(id.name)) super.checkLocalExport(id);
    }

    /** Namespaces and CommonJS files have `import` and `export` too; lowering leaves those that are ECMAScript's. */
    override parseStatement(context: unknown, topLevel?: boolean, ...rest: unknown[]): acorn.Statement {
      this.options.allowImportExportEverywhere = topLevel === true;
      return super.parseStatement(context, topLevel, ...rest);
    }

    override parseImportMeta(...rest: unknown[]): acorn.Expression {
      this.options.allowImportExportEverywhere = false;
      return super.parseImportMeta(...rest);
    }

    override parseConditional(...rest: unknown[]): acorn.Expression {
      if (this.isReturnTypeRefused || !this.match(acorn.tokTypes.question)) return super.parseConditional(...rest);
      const before = this.returnTypesOfArrows;
      const attempt = this.tryParse(() => super.parseConditional(...rest));
      if (attempt.node !== null) return attempt.node;
      if (this.returnTypesOfArrows === before) throw attempt.error;
      const retry = this.tryParse(() => this.refusing(true, () => super.parseConditional(...rest)));
      if (retry.node !== null) return retry.node;
      throw attempt.error;
    }

    override parseParenAndDistinguishExpression(...rest: unknown[]): acorn.Expression {
      this.parenthesisRefusals.push(this.isReturnTypeRefused);
      try {
        return this.refusing(false, () => super.parseParenAndDistinguishExpression(...rest));
      } finally {
        this.parenthesisRefusals.pop();
      }
    }

    override shouldParseArrow(...rest: unknown[]): boolean {
      if (!this.match(acorn.tokTypes.colon)) return super.shouldParseArrow(...rest);
      if (this.parenthesisRefusals.at(-1)) return false;
      const isArrow = super.shouldParseArrow(...rest);
      if (isArrow) this.returnTypesOfArrows += 1;
      return isArrow;
    }

    override shouldParseAsyncArrow(...rest: unknown[]): boolean {
      if (!this.match(acorn.tokTypes.colon)) return super.shouldParseAsyncArrow(...rest);
      if (this.isReturnTypeRefused) return false;
      const isArrow = super.shouldParseAsyncArrow(...rest);
      if (isArrow) this.returnTypesOfArrows += 1;
      return isArrow;
    }

    override parseParenArrowList(...rest: unknown[]): acorn.Expression {
      return this.refusing(this.parenthesisRefusals.at(-1) ?? false, () => super.parseParenArrowList(...rest));
    }

    override parseFunctionBody(node: acorn.Node, isArrow: boolean, ...rest: unknown[]): void {
      const isBlock = !isArrow || this.match(acorn.tokTypes.braceL);
      const isRefused = this.isReturnTypeRefused && !isBlock;
      this.refusing(isRefused, () => super.parseFunctionBody(node, isArrow, ...rest));
    }

    /** The plugin knows no decorators before `...`. */
    override parseAssignableListItem(allowModifiers: unknown): Decorated {
      const decorators: acorn.Node[] = [];
      while (this.match(Base.acornTypeScript.tokTypes['at']!)) decorators.push(this.parseDecorator());
      if (decorators.length === 0) return super.parseAssignableListItem(allowModifiers);
      let item: Decorated;
      if (this.match(acorn.tokTypes.ellipsis)) {
        item = this.parseRestBinding();
        this.parseBindingListItem(item);
      } else item = super.parseAssignableListItem(allowModifiers);
      item.decorators = decorators;
      return item;
    }

    /** Decorators begin with a name or a parenthesis in ECMAScript; in TypeScript with `this` and `new` too. */
    override parseDecorator(): acorn.Node {
      if (!/^@\s*(?:this|new)\b/.test(this.input.slice(this.start, this.start + 20))) return super.parseDecorator();
      this.parseEffects?.willAppend(this.decoratorStack);
      const node = this.startNode();
      this.next();
      this.decoratorStack.push([]);
      const expression = this.parseMaybeDecoratorArguments(this.parseExprAtom());
      this.decoratorStack.pop();
      return this.finishNode(Object.assign(node, { expression }), 'Decorator');
    }

    /** The plugin ends a decorator behind its first arguments. */
    override parseMaybeDecoratorArguments(callee: acorn.Expression): acorn.Expression {
      const expression = super.parseMaybeDecoratorArguments(callee);
      if (this.value === '!' && this.match(acorn.tokTypes.prefix)) {
        this.next();
        return this.parseMaybeDecoratorArguments(expression);
      }
      if (this.match(acorn.tokTypes.parenL)) return this.parseMaybeDecoratorArguments(expression);
      if (!this.eat(acorn.tokTypes.dot)) return expression;
      const parts = { object: expression, property: this.parseIdent(true), computed: false, optional: false };
      const member = Object.assign(this.startNodeAtNode(expression), parts);
      return this.parseMaybeDecoratorArguments(
        this.finishNode(member, 'MemberExpression') as unknown as acorn.Expression,
      );
    }

    /** A line may end behind `static`, as in JavaScript; behind other modifiers it makes them names. */
    override tsNextTokenCanFollowModifier(): boolean {
      if (this.value !== 'static') return super.tsNextTokenCanFollowModifier();
      this.next();
      const { bracketL, braceL, star, privateId } = acorn.tokTypes as unknown as Record<string, acorn.TokenType>;
      return this.isLiteralPropertyName() || [bracketL, braceL, star, privateId].includes(this.type);
    }

    override parseExprList(close: acorn.TokenType, ...rest: unknown[]) {
      return this.refusing(false, () => super.parseExprList(close, ...rest));
    }

    override parseObj(...rest: unknown[]): acorn.Expression {
      return this.refusing(false, () => super.parseObj(...rest));
    }

    private refusing<Result>(isRefused: boolean, parse: () => Result): Result {
      const outer = this.isReturnTypeRefused;
      this.isReturnTypeRefused = isRefused;
      try {
        return parse();
      } finally {
        this.isReturnTypeRefused = outer;
      }
    }
  } as unknown as ParserClass<UnderhoodParser>;
}

function typeScriptParser(options: { readonly jsx: boolean }): ParserClass<UnderhoodParser> {
  return withTypeScriptRepairs(withUnderhood(tsPlugin(options)(acorn.Parser), true));
}

const parserClasses: { readonly [Language in SourceLanguage]: ParserClass<UnderhoodParser> } = {
  javascript: withUnderhood(acorn.Parser),
  jsx: withUnderhood(jsxPlugin()(acorn.Parser)),
  typescript: typeScriptParser({ jsx: false }),
  tsx: typeScriptParser({ jsx: true }),
};
