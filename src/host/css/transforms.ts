/** The functions of `transform` as a matrix. CSS Transforms: 13 Mathematical Description of Transform Functions. */
import { type Component, isDelimiter, withoutSpaces } from './components.ts';
import { inDegrees, inPixels, typeOfUnit } from './numeric.ts';

type Affine = readonly number[];

const unit: Affine = [1, 0, 0, 1, 0, 0];

function times(left: Affine, right: Affine): Affine {
  const [a, b, c, d, e, f] = left as [number, number, number, number, number, number];
  const [a2, b2, c2, d2, e2, f2] = right as [number, number, number, number, number, number];
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}

/** Sine and cosine that are exact where the angle is half a right one, or several of these. */
export function turned(angle: number): readonly [sin: number, cos: number] {
  const eighths = (((angle % 360) + 360) % 360) / 45;
  if (!Number.isInteger(eighths)) return [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  const exact = [0, Math.SQRT1_2, 1, Math.SQRT1_2, 0, -Math.SQRT1_2, -1, -Math.SQRT1_2];
  return [exact[eighths]!, exact[(eighths + 2) % 8]!];
}

function rotation(degrees: number): Affine {
  const [sin, cos] = turned(degrees);
  return [cos, sin, -sin, cos, 0, 0];
}

const tangent = (degrees: number): number => Math.tan((degrees * Math.PI) / 180);

const matrices: Readonly<Record<string, (values: readonly number[]) => Affine>> = {
  translate: ([x = 0, y = 0]) => [1, 0, 0, 1, x, y],
  translatex: ([x = 0]) => [1, 0, 0, 1, x, 0],
  translatey: ([y = 0]) => [1, 0, 0, 1, 0, y],
  scale: ([x = 1, y = x]) => [x, 0, 0, y, 0, 0],
  scalex: ([x = 1]) => [x, 0, 0, 1, 0, 0],
  scaley: ([y = 1]) => [1, 0, 0, y, 0, 0],
  rotate: ([angle = 0]) => rotation(angle),
  rotatez: ([angle = 0]) => rotation(angle),
  skew: ([x = 0, y = 0]) => [1, tangent(y), tangent(x), 1, 0, 0],
  skewx: ([x = 0]) => [1, 0, tangent(x), 1, 0, 0],
  skewy: ([y = 0]) => [1, tangent(y), 0, 1, 0, 0],
  matrix: (values) => values,
};

/** Six numbers, or sixteen of a matrix3d() alone; undefined: there is a function that has none in the plane. */
export function transformMatrix(list: readonly Component[]): Affine | 'relative' | undefined {
  const solid = withoutSpaces(list);
  const [first] = solid;
  if (first === undefined || (solid.length === 1 && first.kind === 'ident' && first.text.toLowerCase() === 'none'))
    return unit;
  let product = unit;
  for (const each of solid) {
    if (each.kind !== 'function') return undefined;
    const values = valuesOf(each.name, each.args);
    if (values === undefined || values === 'relative') return values;
    if (each.name === 'matrix3d') return solid.length === 1 && values.length === 16 ? values : undefined;
    const make = matrices[each.name];
    if (make === undefined || (each.name === 'matrix' && values.length !== 6)) return undefined;
    product = times(product, make(values));
  }
  return product;
}

/** Lengths in pixels, angles in degrees. */
function valuesOf(name: string, args: readonly Component[]): number[] | 'relative' | undefined {
  const isTranslation = name.startsWith('translate');
  const isTurn = name.startsWith('rotate') || name.startsWith('skew');
  const values: number[] = [];
  for (const each of withoutSpaces(args)) {
    if (isDelimiter(each, ',')) continue;
    if (each.kind !== 'number') return undefined;
    const type = typeOfUnit(each.unit);
    const isPlain = type === 'number' && (each.value === 0 || !(isTranslation || isTurn));
    if (isPlain) values.push(each.value);
    else if (isTurn && type === 'angle') values.push(inDegrees(each.value, each.unit));
    else if (isTranslation && (type === 'length' || type === 'percentage')) {
      const pixels = inPixels(each.value, each.unit);
      if (pixels === undefined) return 'relative';
      values.push(pixels);
    } else return undefined;
  }
  return values;
}
