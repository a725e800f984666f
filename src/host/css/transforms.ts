/** The functions of `transform` as a matrix. CSS Transforms: 13 Mathematical Description of Transform Functions. */
import { type Component, isDelimiter, splitByCommas, withoutSpaces } from './components.ts';
import {
  evaluateMath,
  generalText,
  inDegrees,
  inPixels,
  mathText,
  mathTypes,
  type NumericType,
  typeOfUnit,
} from './numeric.ts';

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

/** Names as they are told, with how many arguments they take and of which types; the last type is that of all others. */
const functions: readonly (readonly [name: string, least: number, most: number, types: string])[] = [
  ['translate', 1, 2, 'lp'],
  ['translateX', 1, 1, 'lp'],
  ['translateY', 1, 1, 'lp'],
  ['translateZ', 1, 1, 'length'],
  ['translate3d', 3, 3, 'lp lp length'],
  ['scale', 1, 2, 'scale'],
  ['scaleX', 1, 1, 'scale'],
  ['scaleY', 1, 1, 'scale'],
  ['scaleZ', 1, 1, 'scale'],
  ['scale3d', 3, 3, 'scale'],
  ['rotate', 1, 1, 'angle'],
  ['rotateX', 1, 1, 'angle'],
  ['rotateY', 1, 1, 'angle'],
  ['rotateZ', 1, 1, 'angle'],
  ['rotate3d', 4, 4, 'number number number angle'],
  ['skew', 1, 2, 'angle'],
  ['skewX', 1, 1, 'angle'],
  ['skewY', 1, 1, 'angle'],
  ['perspective', 1, 1, 'length'],
  ['matrix', 6, 6, 'number'],
  ['matrix3d', 16, 16, 'number'],
];

/** One function of `transform` as it is told; undefined: it is none. */
export function transformText({ name, args }: Extract<Component, { kind: 'function' }>): string | undefined {
  const known = functions.find(([each]) => each.toLowerCase() === name);
  const given = splitByCommas(args);
  if (known === undefined || given === undefined) return undefined;
  const [told, least, most, types] = known;
  if (given.length < least || given.length > most) return undefined;
  const list = types.split(' ');
  const texts = given.map((each, index) =>
    each.length === 1 ? argumentText(each[0]!, list[Math.min(index, list.length - 1)]!) : undefined,
  );
  return texts.includes(undefined) ? undefined : `${told}(${texts.join(', ')})`;
}

const taken: Readonly<Record<string, readonly NumericType[]>> = {
  lp: ['length', 'percentage'],
  length: ['length'],
  angle: ['angle'],
  number: ['number'],
  scale: ['number', 'percentage'],
};

function argumentText(component: Component, type: string): string | undefined {
  if (component.kind !== 'number') {
    const sum = evaluateMath(component);
    const isValid =
      sum !== undefined && [...mathTypes(sum)].every((each) => each !== undefined && taken[type]!.includes(each));
    return isValid ? mathText(sum) : undefined;
  }
  const { value, unit } = component;
  if (type === 'scale' && unit === '%') return generalText(value / 100);
  const actual = typeOfUnit(unit);
  if (actual !== undefined && taken[type]!.includes(actual)) return generalText(value) + unit;
  return value === 0 && unit === '' ? `0${type === 'angle' ? 'deg' : 'px'}` : undefined;
}
