/** What a DOMMatrix is to the host, and what stands for one where one is asked for. Geometry Interfaces: 6.2 Parsing, 6.3 Creating. */
import { HostData, JSObject, toNumber, type Value } from '../../../engine/index.ts';
import type { Dom } from '../dom.ts';
import type { Affine } from './geometry.ts';
import { type Elements, flat, unit } from './matrix-math.ts';

export class MatrixData extends HostData {
  elements: Elements;
  is2D: boolean;

  constructor(elements: Elements, is2D: boolean) {
    super();
    this.elements = elements;
    this.is2D = is2D;
  }

  get affine(): Affine {
    return flat.map((index) => this.elements[index]!) as unknown as Affine;
  }
}

export const number = (dom: Dom, value: Value, standard: number): number =>
  value === undefined ? standard : toNumber(dom.isolate, value);

/** Web IDL: DOMMatrixInit, or an object of the class. */
export function matrixFrom(dom: Dom, value: Value, where: string): MatrixData {
  if (value === undefined || value === null) return new MatrixData(unit, true);
  if (!(value instanceof JSObject))
    return dom.throwTypeError(`Failed to ${where}: The provided value is not of type 'DOMMatrixInit'.`);
  if (value.internal instanceof MatrixData) return value.internal;
  const elements = [...unit];
  const given = (name: string): number | undefined => {
    const member = dom.member(value, name);
    return member === undefined ? undefined : toNumber(dom.isolate, member);
  };
  let is2D = true;
  for (const [index, name] of names.entries()) {
    const short = 'abcdef'[flat.indexOf(index)];
    const [one, other] = [short === undefined ? undefined : given(short), given(name)];
    if (one !== undefined && other !== undefined && !Object.is(one, other) && one !== other)
      dom.throwTypeError(`Failed to ${where}: Property mismatch on matrix initialization.`);
    elements[index] = one ?? other ?? unit[index]!;
    if (short === undefined && elements[index] !== unit[index]) is2D = false;
  }
  return new MatrixData(elements, is2D);
}

export const names = [1, 2, 3, 4].flatMap((column) => [1, 2, 3, 4].map((row) => `m${column}${row}`));
