/**
 * Decorated classes, as TypeScript compiles them for ES2022: an arrow function that is called at once keeps the decorators'
 * values and initialisers in variables, and static blocks of the class apply them. The operations themselves are
 * %DecorateElement and its neighbours (execution/decorator-functions.ts).
 * TypeScript: src/compiler/transformers/esDecorators.ts. ECMAScript proposal: decorators, stage 3.
 *
 * Simplified: `this` in static initialisers of a decorated class is the class before its decorators replaced it; what is
 * private and static stays with that class.
 */
import type * as acorn from 'acorn';
import { assignFields } from './assigned-fields.ts';
import { isAssigning, lowerAccessor, lowerMembers } from './classes.ts';
import { insertInConstructor } from './constructors.ts';
import { decorateMember, isNamedKey, type MemberDecoration } from './decorated-members.ts';
import { type Lowering, lowerExpression, refuse } from './lowering.ts';
import {
  array,
  arrow,
  assignment,
  block,
  expressionStatement,
  identifier,
  impliedCall,
  isSyntaxNode,
  literal,
  member,
  object,
  type Place,
  returnStatement,
  runtimeCall,
  sequence,
  staticBlock,
  type SyntaxNode,
  thisExpression,
  undefinedValue,
  variable,
} from './syntax.ts';

/** A class whose decorators are being lowered. */
export interface DecoratedClass {
  readonly place: Place;
  /** `let` declarations around the class. */
  readonly variables: acorn.Statement[];
  /** Decorators and keys that are to be evaluated where the next computed key is, or in the first static block. */
  pending: acorn.Expression[];
  /** Calls of %DecorateElement: static members before others, methods and accessors before fields. */
  readonly applications: { readonly order: number; readonly statement: acorn.Statement }[];
  /** What runs before the next field of instances is initialised, and before the next static one. */
  instanceWaiting: acorn.Expression[];
  staticWaiting: acorn.Expression[];
  /** What `this` is in the class's own initialisers. */
  readonly self: (place: Place) => acorn.Expression;
  count: number;
}

export function isDecorated(node: SyntaxNode): boolean {
  if (hasDecorators(node)) return true;
  const members = (node['body'] as SyntaxNode)['body'] as SyntaxNode[];
  return members.some((child) => hasDecorators(child) || (child['accessor'] === true && !isNamedKey(child)));
}

export function hasDecorators(node: SyntaxNode): boolean {
  return Array.isArray(node['decorators']) && node['decorators'].length > 0;
}

/** The values of decorators, in an array. */
export function decoratorValues(lowering: Lowering, node: SyntaxNode): acorn.Expression {
  const decorators = node['decorators'] as SyntaxNode[];
  return array(
    decorators[0] ?? node,
    decorators.map(({ expression }) => lowerExpression(lowering, expression)),
  );
}

/** An expression whose value is the class. */
export function lowerDecoratedClass(lowering: Lowering, node: SyntaxNode): acorn.Expression {
  const place: Place = isSyntaxNode(node['id']) ? node['id'] : { start: node.start, end: node.start + 'class'.length };
  const suspension = findSuspension(node);
  if (suspension !== undefined) refuse(lowering, 'suspensionInDecoratedClass', suspension);
  const isClassDecorated = hasDecorators(node);
  const target: DecoratedClass = {
    place,
    variables: [],
    pending: [],
    applications: [],
    instanceWaiting: [],
    staticWaiting: [],
    self: isClassDecorated ? (at) => identifier(at, '.classThis') : thisExpression,
    count: 0,
  };
  const declare = (name: string, init?: acorn.Expression): void => {
    target.variables.push(variable(place, 'let', identifier(place, name), init));
  };
  if (isClassDecorated) {
    declare('.classDecorators', decoratorValues(lowering, node));
    declare('.classDescriptor');
    declare('.classExtraInitializers', array(place, []));
    declare('.classThis');
  }
  if (isSyntaxNode(node['superClass'])) {
    declare('.classSuper', lowerExpression(lowering, node['superClass']));
    node['superClass'] = identifier(node['superClass'], '.classSuper');
  }
  declare('.classSelf');
  const members = (node['body'] as SyntaxNode)['body'] as SyntaxNode[];
  if (members.some((child) => isDecoratedMethod(child) && child['static'] !== true)) {
    declare('.instanceExtraInitializers', array(place, []));
    target.instanceWaiting.push(runInitializers(place, thisExpression(place), '.instanceExtraInitializers'));
  }
  if (members.some((child) => isDecoratedMethod(child) && child['static'] === true)) {
    declare('.staticExtraInitializers', array(place, []));
    target.staticWaiting.push(runInitializers(place, target.self(place), '.staticExtraInitializers'));
  }
  lowerDecoratedMembers(lowering, node, target, isClassDecorated);
  const name = isSyntaxNode(node['id']) ? (node['id']['name'] as string) : undefined;
  const classNode = { ...node, type: 'ClassExpression', decorators: undefined } as unknown as acorn.ClassExpression;
  const body: acorn.Statement[] = [...target.variables];
  if (!isClassDecorated) body.push(returnStatement(place, classNode));
  else {
    // The name inside is a variable, because the decorators may replace the class.
    const inner = name ?? '.class';
    classNode.id = null;
    classNode.givenName = name ?? (node['givenName'] as string | undefined) ?? '';
    body.push(variable(place, 'var', identifier(place, inner), classNode));
    body.push(returnStatement(place, assignment(place, identifier(place, inner), identifier(place, '.classThis'))));
  }
  return impliedCall(node, arrow(node, [], block(node, body)), []);
}

/** What waits while the class is evaluated: the arrow function around it could not. */
function findSuspension(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'AwaitExpression' || node.type === 'YieldExpression') return node;
  if (/Function|^StaticBlock$/.test(node.type)) return undefined;
  for (const child of Object.values(node).flat()) {
    const found = isSyntaxNode(child) ? findSuspension(child) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function lowerDecoratedMembers(
  lowering: Lowering,
  node: SyntaxNode,
  target: DecoratedClass,
  isClassDecorated: boolean,
): void {
  const body = node['body'] as SyntaxNode;
  const { members: lowered, parameters } = lowerMembers(lowering, node);
  const members = lowered.flatMap((classMember) => lowerDecoratedMember(lowering, classMember, target));
  const { place } = target;
  const after = target.staticWaiting;
  if (isClassDecorated) after.push(runInitializers(place, target.self(place), '.classExtraInitializers'));
  if (target.instanceWaiting.length > 0) {
    // No field is left to run them: the constructor does.
    const statement = expressionStatement(classKeyword(node), sequence(classKeyword(node), target.instanceWaiting));
    insertInConstructor(node, members, [statement as unknown as SyntaxNode]);
  }
  const all = [leadingBlock(node, target, isClassDecorated), ...members];
  if (after.length > 0) {
    const last = staticBlock({ start: node.end - 1, end: node.end }, [
      expressionStatement(place, sequence(place, after)),
    ]);
    all.push(last as unknown as SyntaxNode);
  }
  body['body'] = isAssigning(lowering) ? assignFields(lowering, node, all, parameters) : all;
}

function classKeyword({ start }: SyntaxNode): Place {
  return { start, end: start + 'class'.length };
}

function isDecoratedMethod(node: SyntaxNode): boolean {
  return node.type === 'MethodDefinition' && hasDecorators(node);
}

/** One member: what decorates it is noted, and what waits is run in it. */
function lowerDecoratedMember(lowering: Lowering, node: SyntaxNode, target: DecoratedClass): SyntaxNode[] {
  if (node.type === 'StaticBlock') return [runWaitingStatic(node, target)];
  const decoration = decorateMember(lowering, node, target);
  if (node.type === 'PropertyDefinition') initializeField(node, target, decoration);
  if (node['accessor'] === true) {
    const owner = node['static'] === true ? () => identifier(node, '.classSelf') : () => thisExpression(node);
    return lowerAccessor(node, owner, decoration?.accessorBodies ?? {});
  }
  return decoration?.members ?? [node];
}

/** The initialisers that wait run before the field's own value. */
function initializeField(node: SyntaxNode, target: DecoratedClass, decoration: MemberDecoration | undefined): void {
  const isStatic = node['static'] === true;
  const place: Place = node['key'] as SyntaxNode;
  const receiver = isStatic ? target.self : thisExpression;
  const before = isStatic ? target.staticWaiting : target.instanceWaiting;
  const waiting: acorn.Expression[] = [];
  let value = isSyntaxNode(node['value']) ? (node['value'] as unknown as acorn.Expression) : undefined;
  if (decoration?.initializers !== undefined) {
    value = runInitializers(place, receiver(place), decoration.initializers, value ?? undefinedValue(place));
  }
  if (before.length > 0) value = sequence(place, [...before, value ?? undefinedValue(place)]);
  if (value !== undefined) node['value'] = value;
  if (decoration?.extraInitializers !== undefined) {
    waiting.push(runInitializers(place, receiver(place), decoration.extraInitializers));
  }
  if (isStatic) target.staticWaiting = waiting;
  else target.instanceWaiting = waiting;
}

function runWaitingStatic(node: SyntaxNode, target: DecoratedClass): SyntaxNode {
  const { staticWaiting } = target;
  target.staticWaiting = [];
  if (staticWaiting.length > 0) {
    const statement = expressionStatement(target.place, sequence(target.place, staticWaiting));
    (node['body'] as unknown[]).unshift(statement);
  }
  return node;
}

/** Before everything else that is static: keeps the class, evaluates what is left of decorators and applies them all. */
function leadingBlock(node: SyntaxNode, target: DecoratedClass, isClassDecorated: boolean): SyntaxNode {
  const { place } = target;
  const statements: acorn.Statement[] = [];
  const name = (text: string) => identifier(place, text);
  for (const self of isClassDecorated ? ['.classSelf', '.classThis'] : ['.classSelf']) {
    statements.push(expressionStatement(place, assignment(place, name(self), thisExpression(place))));
  }
  const parent = isSyntaxNode(node['superClass']) ? [name('.classSuper')] : [];
  statements.push(variable(place, 'const', name('.metadata'), runtimeCall(place, 'DecoratorMetadata', parent)));
  for (const pending of target.pending) statements.push(expressionStatement(pending, pending));
  const applications = target.applications.toSorted((a, b) => a.order - b.order);
  statements.push(...applications.map(({ statement }) => statement));
  if (isClassDecorated) statements.push(...applyToClass(node, place));
  const define = runtimeCall(place, 'DefineDecoratorMetadata', [target.self(place), name('.metadata')]);
  statements.push(expressionStatement(place, define));
  return staticBlock(place, statements) as unknown as SyntaxNode;
}

function applyToClass(node: SyntaxNode, place: Place): acorn.Statement[] {
  const name = (text: string) => identifier(place, text);
  const context = object(place, [
    ['kind', literal(place, 'class')],
    ['name', member(place, name('.classThis'), 'name')],
    ['metadata', name('.metadata')],
  ]);
  const descriptor = assignment(place, name('.classDescriptor'), object(place, [['value', name('.classThis')]]));
  const decorate = runtimeCall(place, 'DecorateElement', [
    literal(place, null),
    descriptor,
    name('.classDecorators'),
    context,
    literal(place, null),
    name('.classExtraInitializers'),
  ]);
  const inner = isSyntaxNode(node['id']) ? (node['id']['name'] as string) : '.class';
  const replaced = member(place, name('.classDescriptor'), 'value');
  const keep = assignment(place, name(inner), assignment(place, name('.classThis'), replaced));
  return [expressionStatement(place, decorate), expressionStatement(place, keep)];
}

export function runInitializers(
  place: Place,
  receiver: acorn.Expression,
  list: string,
  value?: acorn.Expression,
): acorn.Expression {
  return value === undefined
    ? runtimeCall(place, 'RunInitializers', [receiver, identifier(place, list)])
    : runtimeCall(place, 'RunFieldInitializers', [receiver, identifier(place, list), value]);
}
