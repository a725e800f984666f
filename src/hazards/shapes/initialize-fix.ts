/** Gives objects from the start the properties that some of them get later, where nobody asks whether they are there. */
import { type AnyNode, childrenOf } from '../../engine/index.ts';
import type { Fix, TextEdit } from '../../protocol/findings.ts';
import type { AnalyzedProgram, NodeOf } from '../analyzed-program.ts';
import type { HazardEvidence } from '../evidence.ts';
import type { Adder, ShapeCause } from './causes.ts';
import { lineageOf } from './causes.ts';
import { literalOf, literalsWith } from './object-literals.ts';
import { isPresenceUnseen } from './observed-keys.ts';
import { isCode, storeTargetAt } from './places.ts';

/** Before the statement in which some paths set them. */
export function initializeBeforeBranch(program: AnalyzedProgram, evidence: HazardEvidence, cause: ShapeCause): Fix[] {
  if (!isSafe(program, evidence, cause)) return [];
  const edits: TextEdit[] = [];
  for (const { key, position } of cause.adders) {
    const place = storeAt(program, position);
    if (place === undefined || !isIdentifierName(key)) return [];
    const { object, statement } = place;
    const text = `${object} = undefined;\n${indentAt(program, statement.start)}`;
    if (containsSuper(statement)) return [];
    if (!edits.some((edit) => edit.start === statement.start && edit.text === text))
      edits.push({ start: statement.start, end: statement.start, text });
  }
  return edits.length === 0 ? [] : [{ title: `Set ${named(cause.adders)} on all paths`, edits: joined(edits) }];
}

/** In the constructor, or in the literal. */
export function initializeAtBirth(program: AnalyzedProgram, evidence: HazardEvidence, cause: ShapeCause): Fix[] {
  if (!isSafe(program, evidence, cause) || cause.adders.some(({ key }) => !isIdentifierName(key))) return [];
  const names = [...new Set(cause.adders.map(({ key }) => key))];
  const { creatorEnd } = cause.usual;
  if (creatorEnd >= 0) {
    const body = constructorBody(program, creatorEnd);
    if (body === undefined || containsReturn(body)) return [];
    const last = body.body.at(-1);
    if (last === undefined) return [];
    const indent = indentAt(program, last.start);
    const separator = program.source.slice(body.start, last.start).includes('\n') ? `\n${indent}` : ' ';
    const text = names.map((name) => `${separator}this.${name} = undefined;`).join('');
    return [
      {
        title: `Initialise ${named(cause.adders)} in the constructor`,
        edits: [{ start: last.end, end: last.end, text }],
      },
    ];
  }
  const born = lineageOf(evidence.engine.shapes, cause.usual).findLast(
    (shape) => literalOf(program, shape) !== undefined,
  );
  const keys = born === undefined ? undefined : literalOf(program, born)?.keys;
  const literals = keys === undefined ? [] : literalsWith(program, keys);
  const edits = literals.map(({ node }): TextEdit => {
    const { end } = node.properties.at(-1)!;
    return { start: end, end, text: names.map((name) => `, ${name}: undefined`).join('') };
  });
  return edits.length === 0 ? [] : [{ title: `Initialise ${named(cause.adders)} where the object is made`, edits }];
}

function isSafe(program: AnalyzedProgram, evidence: HazardEvidence, { met, adders }: ShapeCause): boolean {
  const shapes = met.flatMap(({ number }) => evidence.engine.shapes.get(number) ?? []);
  return (
    adders.length > 0 &&
    isPresenceUnseen(
      program,
      evidence,
      shapes,
      adders.map(({ key }) => key),
    )
  );
}

/** Of `this.x = …` or `o.x = …` with an o that is a literal for certain: the target, and the outermost statement around it. */
function storeAt(program: AnalyzedProgram, position: number): { object: string; statement: AnyNode } | undefined {
  const path = program.pathAt(position);
  const code = path.findLastIndex(isCode);
  const target = storeTargetAt(program, position);
  const [body, statement] = path.slice(code + 1);
  if (target === undefined || target.computed || body?.type !== 'BlockStatement' || statement === undefined)
    return undefined;
  const { object } = target;
  if (object.type === 'ThisExpression') return { object: program.textOf(target), statement };
  const value = object.type === 'Identifier' ? program.knownValue(object) : undefined;
  const isBefore = value?.type === 'ObjectExpression' && body.start < value.start && value.end <= statement.start;
  return isBefore ? { object: program.textOf(target), statement } : undefined;
}

function constructorBody(program: AnalyzedProgram, end: number): NodeOf<'BlockStatement'> | undefined {
  const code = program.pathAt(end - 1).findLast((node) => isCode(node) && node.end === end);
  if (code?.type !== 'FunctionDeclaration' && code?.type !== 'FunctionExpression') return undefined;
  return code.body.type === 'BlockStatement' ? code.body : undefined;
}

/** Edits of one place as one. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const byStart = new Map<number, TextEdit>();
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    const known = byStart.get(edit.start);
    byStart.set(edit.start, known === undefined ? edit : { ...known, text: known.text + edit.text });
  }
  return [...byStart.values()];
}

function containsReturn(node: AnyNode): boolean {
  return node.type === 'ReturnStatement' || (!isCode(node) && childrenOf(node).some(containsReturn));
}

function containsSuper(node: AnyNode): boolean {
  return node.type === 'Super' || childrenOf(node).some(containsSuper);
}

function named(adders: readonly Adder[]): string {
  const names = [...new Set(adders.map(({ key }) => key))];
  return names.length > 2 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(' and ');
}

function isIdentifierName(key: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key);
}

/** The white space that begins its line. */
function indentAt({ source }: AnalyzedProgram, offset: number): string {
  const line = source.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(source.slice(line, offset))![0];
}
