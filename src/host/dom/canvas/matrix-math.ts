/** The arithmetic of DOMMatrix. Geometry Interfaces: 6.6; Blink: gfx::Transform. */
import { turned } from '../../css/transforms.ts';

/** By columns: m11, m12, m13, m14, m21 … */
export type Elements = readonly number[];

export const unit: Elements = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
export const flat = [0, 1, 4, 5, 12, 13];

export function full(affine: readonly number[]): Elements {
  const elements = [...unit];
  for (const [index, place] of flat.entries()) elements[place] = affine[index]!;
  return elements;
}

export function times(left: Elements, right: Elements): Elements {
  return unit.map((_one, index) => {
    const [row, column] = [index % 4, index - (index % 4)];
    return (
      left[row]! * right[column]! +
      left[row + 4]! * right[column + 1]! +
      left[row + 8]! * right[column + 2]! +
      left[row + 12]! * right[column + 3]!
    );
  });
}

/** By cofactors; one that cannot be turned round has no numbers any more. */
export function inverse(m: Elements): Elements | undefined {
  const minor = (row: number, column: number): number => {
    const rows = [0, 1, 2, 3].filter((each) => each !== row);
    const [c0, c1, c2] = [0, 1, 2, 3].filter((each) => each !== column).map((each) => each * 4) as [
      number,
      number,
      number,
    ];
    const [r0, r1, r2] = rows as [number, number, number];
    return (
      m[c0 + r0]! * (m[c1 + r1]! * m[c2 + r2]! - m[c2 + r1]! * m[c1 + r2]!) -
      m[c1 + r0]! * (m[c0 + r1]! * m[c2 + r2]! - m[c2 + r1]! * m[c0 + r2]!) +
      m[c2 + r0]! * (m[c0 + r1]! * m[c1 + r2]! - m[c1 + r1]! * m[c0 + r2]!)
    );
  };
  const sign = (row: number, column: number): number => ((row + column) % 2 === 0 ? 1 : -1);
  const determinant = [0, 1, 2, 3].reduce(
    (sum, column) => sum + m[column * 4]! * sign(0, column) * minor(0, column),
    0,
  );
  if (determinant === 0 || Number.isNaN(determinant)) return undefined;
  return unit.map((_one, index) => {
    const [row, column] = [index % 4, Math.floor(index / 4)];
    return (sign(column, row) * minor(column, row)) / determinant || 0;
  });
}

export function rotation(x: number, y: number, z: number, angle: number): Elements {
  const length = Math.hypot(x, y, z);
  if (length === 0) return unit;
  const [ux, uy, uz] = [x / length, y / length, z / length];
  const [sin, cos] = turned(angle);
  const t = 1 - cos;
  return [
    cos + ux * ux * t, uy * ux * t + uz * sin, uz * ux * t - uy * sin, 0,
    ux * uy * t - uz * sin, cos + uy * uy * t, uz * uy * t + ux * sin, 0,
    ux * uz * t + uy * sin, uy * uz * t - ux * sin, cos + uz * uz * t, 0,
    0, 0, 0, 1,
  ]; // prettier-ignore
}

export const translation = (x: number, y: number, z: number): Elements => [...unit.slice(0, 12), x, y, z, 1];
export const scaling = (x: number, y: number, z: number): Elements => [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, 0, 0, 0, 1];
export const tangent = (angle: number): number => Math.tan((angle * Math.PI) / 180);
