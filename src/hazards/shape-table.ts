/** The shapes that a place met, as hovers list them. */
import type { MetShape, ShapeEvidence } from '../recorder/evidence/engine-evidence.ts';
import type { RelatedPlace } from '../protocol/findings.ts';
import type { AnalyzedProgram } from './analyzed-program.ts';
import { inlineCode } from './hover-text.ts';
import { birthOf } from './shapes/object-literals.ts';
import { differenceText } from './shape-difference.ts';

/** So many rows before the rest is only counted. */
const shownRows = 6;

/** `shape | born at | first seen | differs by`; the first is what the others are compared with. */
export function shapeTable(
  program: AnalyzedProgram,
  shapes: ReadonlyMap<number, ShapeEvidence>,
  met: readonly MetShape[],
  total = met.length,
): string {
  const known = met.flatMap(({ number, firstEvent }) => {
    const shape = shapes.get(number);
    return shape === undefined ? [] : [{ shape, firstEvent }];
  });
  const [first] = known;
  const rows = known.slice(0, shownRows).map(({ shape, firstEvent }) => {
    const difference = shape === first?.shape ? '' : differenceText(shape, first!.shape);
    return `| ${shapeCell(shape)} | ${birthText(program, shape)} | event ${firstEvent + 1} | ${difference} |`;
  });
  const left = total - rows.length;
  return [
    '| shape | born at | first seen | differs by |',
    '| --- | --- | --- | --- |',
    ...rows,
    ...(left > 0 ? [`| … and ${left} more | | | |`] : []),
  ].join('\n');
}

/** Where the shapes were born, for the Problems view. */
export function birthPlaces(
  program: AnalyzedProgram,
  shapes: ReadonlyMap<number, ShapeEvidence>,
  met: readonly MetShape[],
): RelatedPlace[] {
  return met.flatMap(({ number }) => {
    const shape = shapes.get(number);
    if (shape === undefined || shape.birth.position < 0) return [];
    const position = birthOf(program, shape);
    return [{ start: position, end: endOfToken(program, position), message: `${shape.text} is made here` }];
  });
}

/** Of the name or sign that begins there. */
export function endOfToken({ source }: AnalyzedProgram, start: number): number {
  const name = /^[\p{ID_Continue}$]+/u.exec(source.slice(start, start + 100));
  return start + (name?.[0].length ?? 1);
}

function shapeCell({ number, text }: ShapeEvidence): string {
  return `${number > 0 ? `#${number} ` : ''}${inlineCode(text).replaceAll('|', '\\|')}`;
}

function birthText(program: AnalyzedProgram, shape: ShapeEvidence): string {
  const position = birthOf(program, shape);
  return position < 0 ? '' : `line ${program.lineOf(position)}`;
}
