/**
 * What V8 says of an array or object literal that is taken for a pattern and has more elements behind its rest element: the first
 * error in the order of the text, which may be an element before that. V8: ExpressionParsingScope::RecordPatternError.
 */
import * as acorn from 'acorn';
import { skipTrivia } from './source-tokens.ts';

export interface PatternError {
  readonly message: string;
  readonly offset: number;
  readonly end: number;
}

type Target = acorn.Expression | acorn.SpreadElement | acorn.Pattern;

/** The first error that stands before `limit`, in the outermost literal that begins with one of these brackets, innermost first. */
export function patternErrorBefore(
  source: string,
  brackets: readonly number[],
  limit: number,
): PatternError | undefined {
  let found: Snippet | undefined;
  for (const bracket of brackets) {
    const outer = literalAt(source, bracket);
    if (outer === undefined) break;
    found = outer;
  }
  if (found === undefined) return undefined;
  const { literal, shift } = found;
  const next = skipTrivia(source, literal.end + shift);
  const isAssignment = /=(?![=>])|(?:of|in)\b/y;
  isAssignment.lastIndex = next;
  const error = errorOf(literal, !isAssignment.test(source));
  if (error === undefined || error.offset + shift >= limit) return undefined;
  return { message: error.message, offset: error.offset + shift, end: error.end + shift };
}

/** With offsets in the snippet that was parsed: `shift` makes them the source's. */
interface Snippet {
  readonly literal: acorn.Expression;
  readonly shift: number;
}

/** What a literal may contain depends on where it stands: `new.target`, `super` and `yield` are not for every place. */
const surroundings = ['(', 'function _() {(', 'async function* _() {('];

function literalAt(source: string, start: number): Snippet | undefined {
  // Without what follows: a parser would take the literal for a pattern at once, and fail.
  const text = source.slice(start, endOfLiteral(source, start));
  for (const before of surroundings) {
    const literal = parsedLiteral(`${before}${text})${before.includes('{') ? '}' : ''}`);
    if (literal !== undefined) return { literal, shift: start - before.length };
  }
  return undefined;
}

function parsedLiteral(snippet: string): acorn.Expression | undefined {
  const allowed = { allowAwaitOutsideFunction: true, allowSuperOutsideMethod: true, checkPrivateFields: false };
  try {
    const [first] = acorn.parse(snippet, { ecmaVersion: 'latest', preserveParens: true, ...allowed }).body;
    const [statement] = first?.type === 'FunctionDeclaration' ? first.body.body : [first];
    if (statement?.type !== 'ExpressionStatement') return undefined;
    const { expression } = statement;
    return expression.type === 'ParenthesizedExpression' ? expression.expression : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function endOfLiteral(source: string, start: number): number {
  let depth = 0;
  for (const { type, end } of acorn.tokenizer(source.slice(start), { ecmaVersion: 'latest' })) {
    if ([acorn.tokTypes.bracketL, acorn.tokTypes.braceL, acorn.tokTypes.dollarBraceL].includes(type)) depth += 1;
    if ([acorn.tokTypes.bracketR, acorn.tokTypes.braceR].includes(type)) depth -= 1;
    if (depth === 0) return start + end;
  }
  return source.length;
}

function errorOf(target: Target | null, isBinding: boolean): PatternError | undefined {
  if (target === null) return undefined;
  const tell = (message: string): PatternError => ({ message, offset: target.start, end: target.end });
  switch (target.type) {
    case 'Identifier':
    case 'ArrayPattern':
    case 'ObjectPattern':
      return undefined;
    case 'MemberExpression':
      return isBinding ? tell('Illegal property in declaration context') : undefined;
    case 'ParenthesizedExpression': {
      const { type } = target.expression;
      const isReference = type === 'Identifier' || type === 'MemberExpression';
      return isReference && !isBinding ? undefined : tell(invalidTarget);
    }
    case 'AssignmentExpression':
      return target.operator === '=' ? errorOf(target.left, isBinding) : tell(invalidTarget);
    case 'SpreadElement':
      return target.argument.type === 'AssignmentExpression'
        ? tell(invalidTarget)
        : errorOf(target.argument, isBinding);
    case 'ArrayExpression':
      return firstOf(target.elements.map((element) => errorOf(element, isBinding)));
    case 'ObjectExpression':
      return firstOf(target.properties.map((property) => errorOfProperty(property, isBinding)));
    default:
      return tell(invalidTarget);
  }
}

function errorOfProperty(property: acorn.Property | acorn.SpreadElement, isBinding: boolean): PatternError | undefined {
  if (property.type === 'Property') {
    const isPlain = property.kind === 'init' && !property.method;
    return isPlain
      ? errorOf(property.value, isBinding)
      : { message: invalidTarget, offset: property.start, end: property.key.end };
  }
  const { type, start: offset, end } = property.argument;
  if (type === 'Identifier' || (type === 'MemberExpression' && !isBinding)) return undefined;
  if (isBinding) return { message: '`...` must be followed by an identifier in declaration contexts', offset, end };
  const isLiteral = type === 'ObjectExpression' || type === 'ArrayExpression';
  const words = '`...` must be followed by an assignable reference in assignment contexts';
  return isLiteral ? { message: words, offset, end } : errorOf(property.argument, isBinding);
}

const invalidTarget = 'Invalid destructuring assignment target';

function firstOf(errors: readonly (PatternError | undefined)[]): PatternError | undefined {
  return errors.find((error) => error !== undefined);
}
