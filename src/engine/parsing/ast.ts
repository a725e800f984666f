/**
 * The AST: acorn's ESTree nodes, extended in place. Parsing adds `RuntimeCall`; scope analysis sets the optional fields
 * that are declared below on the nodes themselves, because a field read is the fastest and best typed lookup there is.
 *
 * V8: src/ast/ast.h. Simplified: V8's parser rewrites loops, classes and parameters into smaller nodes; here nodes stay
 * as written and carry what the rewriting would have introduced (scopes, temporaries, variables).
 */
import type * as acorn from 'acorn';
import type { FunctionKind } from './function-kind.ts';
import type { ModuleDescriptor } from './module-descriptor.ts';
import type { Scope, Variable, VariableProxy } from './scopes.ts';

declare module 'acorn' {
  interface NodeTypes {
    underhood: RuntimeCall;
  }
  /** Undefined where the name is no reference: property keys, labels, simple parameters, `var x;` without initialiser, a
   * function declaration's own name. Of class and let declarations the binding identifier has one. */
  interface Identifier {
    proxy?: VariableProxy;
  }
  interface ThisExpression {
    proxy?: VariableProxy;
  }
  /** new.target */
  interface MetaProperty {
    proxy?: VariableProxy;
  }
  /** #name, both as a reference and as a member's key. */
  interface PrivateIdentifier {
    proxy?: VariableProxy;
  }
  interface Super {
    superReference?: SuperReference;
  }
  interface CallExpression {
    /** TypeScript: where the callee's text ends, with type arguments and assertions. */
    calleeEnd?: number;
    /** Lowered code: where the call is positioned, as no text has its parts. */
    position?: number;
    /** `eval(…)` by that name. */
    isPossiblyDirectEval?: boolean;
    /** What ResolvePossiblyDirectEval gets as its fifth argument: counts functions and eval calls in order of the text. */
    evalScopeInfoIndex?: number;
  }
  interface Program {
    scope?: Scope;
    literal?: FunctionLiteral;
  }
  interface ExportDefaultDeclaration {
    /** Of an expression: the variable that its value goes to. */
    defaultProxy?: VariableProxy;
  }
  interface AnonymousFunctionDeclaration {
    variable?: Variable;
  }
  interface Function {
    literal?: FunctionLiteral;
    /** Lowered code: the name it has, though it stands in no place that names it. */
    givenName?: string;
  }
  interface FunctionDeclaration {
    /** Scripts: the Annex B copy is also the completion value. */
    assignsResult?: boolean;
    /** Annex B.3.3: when the declaration is evaluated, `from` (the block's) is copied to `to` (the function's var). */
    sloppyBlockHoist?: { readonly from: VariableProxy; readonly to: VariableProxy };
    /** The variable it declares. */
    variable?: Variable;
  }
  interface BlockStatement {
    /** Undefined if the block declares nothing. */
    scope?: Scope;
  }
  interface ExpressionStatement {
    /** Scripts and eval: the value is stored into the scope's resultVariable. V8: src/parsing/rewriter.cc. */
    assignsResult?: boolean;
  }
  interface Node {
    /** Scripts and eval: `resultVariable = undefined` comes before this statement. */
    resetsResult?: boolean;
  }
  interface TryStatement {
    /** Scripts and eval: the finally block saves the completion value here at its start, and restores it at its end. */
    savedResult?: Variable;
  }
  interface WithStatement {
    scope?: Scope;
  }
  interface SwitchStatement {
    scope?: Scope;
    /** The temporary that holds the discriminant. */
    tagVariable?: Variable;
  }
  interface CatchClause {
    /** Holds the one variable `catchVariable`. */
    scope?: Scope;
    catchVariable?: Variable;
    /** Around pattern and body, where the parameter is a pattern (pattern names live here). */
    patternScope?: Scope;
  }
  interface ForStatement {
    /** Around init, for let and const. */
    scope?: Scope;
    /** Per iteration: test, update and body are evaluated in a copy of the bindings, because a closure may capture them. */
    perIteration?: PerIterationBindings;
  }
  interface ForInStatement {
    /** Around the right side: the let and const names are in their dead zone here. */
    scope?: Scope;
    /** Around binding and body, fresh in each iteration. */
    bodyScope?: Scope;
    /** The temporary that the next value goes to before it is bound; undefined where `left` is no declaration. */
    eachVariable?: Variable;
  }
  interface ForOfStatement {
    scope?: Scope;
    bodyScope?: Scope;
    eachVariable?: Variable;
  }
  interface ObjectExpression {
    /** Around the literal where its methods use super; holds scope.homeObject. */
    scope?: Scope;
  }
  interface Class {
    classLiteral?: ClassLiteral;
    /** Lowered code: the name it has, though it stands in no place that names it. */
    givenName?: string;
  }
  interface MethodDefinition {
    /** Private methods and accessors: the variable of the name is key.proxy.variable. */
    isPrivate?: boolean;
  }
  interface PropertyDefinition {
    /** Fields with computed keys: the class-scope variable that keeps the key until the initialiser runs. */
    computedNameVariable?: Variable;
    /** Lowered code: only the key is evaluated, and there is no field. */
    isKeyOnly?: boolean;
  }
  interface StaticBlock {
    scope?: Scope;
  }
}

/** `%Name(arguments)`: in self-hosted builtins and with natives allowed. */
export interface RuntimeCall extends acorn.Node {
  type: 'RuntimeCall';
  name: string;
  arguments: (acorn.Expression | acorn.SpreadElement)[];
}

export type FunctionNode = acorn.FunctionDeclaration | acorn.FunctionExpression | acorn.ArrowFunctionExpression;
export type ClassNode = acorn.ClassDeclaration | acorn.ClassExpression;
export type ForEachNode = acorn.ForInStatement | acorn.ForOfStatement;
export type Expression = acorn.Expression | RuntimeCall;

/** `super.x` reads `thisProxy` and `homeObject`; `super(…)` reads the other three. */
export type SuperReference =
  | { readonly kind: 'property'; readonly thisProxy: VariableProxy; readonly homeObject: VariableProxy }
  | {
      readonly kind: 'call';
      readonly thisProxy: VariableProxy;
      readonly newTarget: VariableProxy;
      readonly thisFunction: VariableProxy;
    };

/** V8: DesugarLexicalForStatement. */
export interface PerIterationBindings {
  /** The scope of one iteration; `copies` are declared in it. */
  readonly scope: Scope;
  /**
   * One per name, in order: the binding of `ForStatement.scope`, the temporary in between, the binding of this iteration.
   * Test, update and body see the last one.
   */
  readonly copies: readonly {
    readonly outer: VariableProxy;
    readonly temporary: Variable;
    readonly inner: VariableProxy;
  }[];
  /** 1 before the first iteration, then 0: the update is skipped the first time. Undefined without an update. */
  readonly first: Variable | undefined;
  /** V8's inner loop flag. */
  readonly flag: Variable;
}

/**
 * A function, script, eval or class initialiser as source: what SharedFunctionInfo.literal holds.
 */
export interface FunctionLiteral {
  /**
   * script and eval: the Program; functions and methods: the function node; default constructors and the two class
   * initialisers: the class.
   */
  readonly node: FunctionNode | acorn.Program | ClassNode;
  readonly kind: FunctionKind;
  readonly scope: Scope;
  /** Functions with non-simple parameters: the scope of the body, where it needs one of its own. */
  readonly bodyScope: Scope | undefined;
  /** The `name` property as far as it is known from the text. */
  name: string;
  /** Whether `name` was written at the function (not inferred from where its value goes). */
  readonly hasOwnName: boolean;
  /** A computed key names it when it is known. V8: SharedFunctionInfo::HasSharedName. */
  isNamedAtRunTime: boolean;
  readonly isStrict: boolean;
  /** The `length` property. */
  readonly length: number;
  /** What toString() shows. */
  readonly start: number;
  readonly end: number;
  readonly parameters: readonly acorn.Pattern[];
  /** Empty where `expression` or `members` is the body. */
  readonly body: readonly (acorn.Statement | acorn.ModuleDeclaration)[];
  /** An arrow function's expression body. */
  readonly expression: acorn.Expression | undefined;
  /** Class initialisers: fields and static blocks in order. */
  readonly members: readonly (acorn.PropertyDefinition | acorn.StaticBlock)[];
  /** Constructors: the class, whose ClassLiteral says whether there are instance members. */
  readonly classNode: ClassNode | undefined;
  readonly hasInstanceMembers: boolean;
  /** Default derived constructors: what their super(...args) refers to. */
  readonly superReference: SuperReference | undefined;
  /** At the start of the body: vars with the name of a (non-simple) parameter begin with its value. In order of emission. */
  readonly shadowingInitializers: readonly { readonly to: VariableProxy; readonly from: VariableProxy }[];
  /** How often the code can suspend by what the text has: yields and awaits, those in `for await` and yield* included. */
  readonly suspendCount: number;
  /** `this.x = …` assignments and fields: how many properties V8 reserves in objects this constructs. */
  readonly expectedPropertyCount: number;
  /** V8: function_literal_id, in order of the text. */
  readonly id: number;
  /** Modules: what they import and export. */
  readonly moduleDescriptor?: ModuleDescriptor;
  /** The SharedFunctionInfo that bytecode/ made of it. */
  shared: object | undefined;
}

/** Everything about a class that is not in its nodes. V8: ClassLiteral, ClassScope. */
export interface ClassLiteral {
  /** Always there; needs a context only if scope.needsContext. Its classVariable is undefined when unused. */
  readonly scope: Scope;
  /** The written constructor or the default one. */
  readonly constructorLiteral: FunctionLiteral;
  readonly instanceMembers: FunctionLiteral | undefined;
  readonly staticInitializer: FunctionLiteral | undefined;
  /** Class declarations: the reference that binds the name in the surrounding scope. */
  readonly declaredName: VariableProxy | undefined;
}
