/**
 * The deletes of a program, and to which of the three hazards about delete each belongs: the text tells what stands there, the
 * run tells what became of it. So all three look at the same places, and one function decides whose a place is.
 */
import { deleteEffects } from '../../protocol/events.ts';
import type { DeleteEffect } from '../../protocol/events.ts';
import type { AnyNode } from '../../engine/index.ts';
import { isGlobal, siteOf } from '../analyzed-program.ts';
import type { AnalyzedProgram, NodeOf } from '../analyzed-program.ts';
import type { Detection } from '../define-hazard.ts';
import { grouped, runOr, times } from '../hover-text.ts';
import type { Seen } from '../site-evidence.ts';

export interface DeleteForm {
  readonly form: 'named' | 'computed' | 'element' | 'variable' | 'exotic';
  /** The property or variable, where the text names it. */
  readonly key: string | undefined;
  readonly object: string;
  /** Of the word. */
  readonly start: number;
  /** Computed keys: the object is a class instance or a literal with properties, no table. */
  readonly isRecord: boolean;
}

export function* deletesIn(program: AnalyzedProgram): Iterable<Detection<DeleteForm>> {
  for (const occurrence of program.all('UnaryExpression')) {
    const { node } = occurrence;
    const data = formOf(program, node.argument, node.start);
    if (data === undefined) continue;
    const site = siteOf(occurrence);
    yield {
      start: node.start,
      end: node.start + 'delete'.length,
      site: data.key === undefined ? site : { ...site, key: data.key },
      data,
    };
  }
}

/** Whose a delete is, by the run where there was one; 'free' where it costs nothing. */
export function deleteSubject({ form, isRecord }: DeleteForm, seen: Seen): 'property' | 'element' | 'table' | 'free' {
  if (form === 'exotic') return 'free';
  if (form === 'element' || holesOf(seen) > 0) return 'element';
  if (form !== 'computed') return 'property';
  const dictionaries = dictionariesOf(seen);
  return dictionaries >= 2 || (dictionaries === 1 && isRecord) ? 'table' : 'free';
}

export function dictionariesOf({ details }: Seen): number {
  return details.get('dictionary') ?? 0;
}

export function holesOf({ details }: Seen): number {
  return (details.get('hole') ?? 0) + (details.get('element') ?? 0);
}

export function deletesText(seen: Seen): string {
  return runOr(seen, () => `delete ran ${times(seen.count)}: ${effectsText(seen)}.`);
}

export function objectsText(count: number): string {
  return count === 1 ? 'An object' : `Each of ${grouped(count)} objects`;
}

function effectsText({ details }: Seen): string {
  return [...details]
    .map(
      ([effect, count]) => `${deleteEffects[effect as DeleteEffect]}${details.size > 1 ? ` (${grouped(count)}×)` : ''}`,
    )
    .join('; ');
}

/** The form of `delete argument`; undefined for what is neither property nor variable. */
function formOf(program: AnalyzedProgram, argument: AnyNode, start: number): DeleteForm | undefined {
  if (argument.type === 'ChainExpression') return formOf(program, argument.expression, start);
  if (argument.type === 'Identifier') return variableForm(argument, start);
  if (argument.type !== 'MemberExpression' || argument.object.type === 'Super') return undefined;
  const { object, property } = argument;
  const objectText = program.textOf(object);
  const known = program.knownValue(object);
  const base = {
    object: objectText.length <= 30 && !objectText.includes('\n') ? objectText : 'object',
    start,
    isRecord: isRecord(known),
  };
  const key = keyOf(argument);
  if (isDictionaryByNature(objectText, known)) return { ...base, form: 'exotic', key };
  if (key === undefined)
    return {
      ...base,
      form: known?.type === 'ArrayExpression' && property.type !== 'Literal' ? 'element' : 'computed',
      key,
    };
  return { ...base, form: /^(0|[1-9]\d*)$/.test(key) ? 'element' : 'named', key };
}

function variableForm(argument: NodeOf<'Identifier'>, start: number): DeleteForm | undefined {
  // A name that nobody declares is, if anything, a property of the global object.
  return isGlobal(argument)
    ? undefined
    : { form: 'variable', key: argument.name, object: argument.name, start, isRecord: false };
}

function keyOf({ computed, property }: NodeOf<'MemberExpression'>): string | undefined {
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  if (property.type !== 'Literal') return undefined;
  return typeof property.value === 'string' || typeof property.value === 'number' ? String(property.value) : undefined;
}

function isDictionaryByNature(objectText: string, known: AnyNode | undefined): boolean {
  if (['process.env', 'require.cache', 'globalThis', 'global', 'window', 'self'].includes(objectText)) return true;
  if (known?.type === 'CallExpression') {
    const { callee, arguments: given } = known;
    const [prototype] = given;
    const isCreate =
      callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Object';
    return (
      isCreate &&
      callee.property.type === 'Identifier' &&
      callee.property.name === 'create' &&
      prototype?.type === 'Literal' &&
      prototype.value === null
    );
  }
  return known?.type === 'ObjectExpression' && known.properties.some(isNullPrototype);
}

function isNullPrototype(property: AnyNode): boolean {
  if (property.type !== 'Property' || property.computed || property.shorthand) return false;
  const { key, value } = property;
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : undefined;
  return name === '__proto__' && value.type === 'Literal' && value.value === null;
}

function isRecord(known: AnyNode | undefined): boolean {
  if (known?.type === 'NewExpression') return true;
  return known?.type === 'ObjectExpression' && known.properties.length > 0;
}
