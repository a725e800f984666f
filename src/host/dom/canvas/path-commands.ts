/**
 * The commands of a path, kept as they were given and drawn as lines when somebody asks what is in them: those of a context
 * and of Path2D. HTML: CanvasPath, Path2D.
 */
import { getProperty, HostData, JSObject, listFromArrayLike, toNumber, type Value } from '../../../engine/index.ts';
import type { Dom } from '../dom.ts';
import { type InterfaceTable, membersOf, type Operation } from '../interfaces.ts';
import { type Affine, identity, inverseAffine, Path, type Point, timesAffine } from './geometry.ts';
import { matrixFrom } from './matrix-data.ts';
import { drawSvgPath } from './svg-path.ts';

type Drawing =
  'moveTo' | 'lineTo' | 'closePath' | 'bezierCurveTo' | 'quadraticCurveTo' | 'arcTo' | 'ellipse' | 'rect' | 'roundRect';

export type PathCommand =
  /** `space`: the transformation at that time. */
  | { readonly name: Drawing; readonly values: readonly number[]; readonly space: Affine }
  | { readonly name: 'add'; readonly path: readonly PathCommand[]; readonly matrix: Affine }
  | { readonly name: 'svg'; readonly text: string };

/** In the coordinates of `space`, or in its own. */
export function drawn(commands: readonly PathCommand[], space: Affine = identity): Path {
  let path = new Path();
  let current = identity;
  const moveInto = (next: Affine): void => {
    if (next === current) return;
    const back = inverseAffine(next);
    if (back === undefined) return;
    const moved = new Path();
    moved.add(path, timesAffine(back, current));
    path = moved;
    current = next;
  };
  for (const command of commands) {
    if (command.name === 'add') path.add(drawn(command.path), command.matrix);
    else if (command.name === 'svg') drawSvgPath(path, command.text);
    else if (inverseAffine(command.space) !== undefined) {
      moveInto(command.space);
      draw(path, command.name, command.values);
    }
  }
  moveInto(space);
  return path;
}

function draw(path: Path, name: Drawing, values: readonly number[]): void {
  const numbers = values as readonly [number, number, number, number, number, number, number];
  const [x, y, third, fourth, fifth, sixth, seventh] = numbers;
  switch (name) {
    case 'moveTo':
      return path.moveTo(x, y);
    case 'lineTo':
      return path.lineTo(x, y);
    case 'closePath':
      return path.closePath();
    case 'bezierCurveTo':
      return path.bezierCurveTo(x, y, third, fourth, fifth, sixth);
    case 'quadraticCurveTo':
      return path.quadraticCurveTo(x, y, third, fourth);
    case 'arcTo':
      return path.arcTo(x, y, third, fourth, fifth);
    case 'ellipse':
      return path.ellipse(x, y, third, fourth, fifth, sixth, seventh, values[7] === 1);
    case 'rect':
      return path.rect(x, y, third, fourth);
    case 'roundRect': {
      const radii = [4, 6, 8, 10].map((at): Point => [values[at]!, values[at + 1]!]);
      return path.roundRect(x, y, third, fourth, radii);
    }
  }
}

/** Whoever has a path: the context or a Path2D. */
export interface PathOwner {
  readonly path: PathCommand[];
}

type Steps = (
  dom: Dom,
  values: readonly number[],
  args: readonly Value[],
  where: string,
) => readonly [Drawing, readonly number[]] | undefined;

function checkRadius(dom: Dom, radius: number, what: string, where: string): void {
  if (radius >= 0) return;
  dom.throwException('IndexSizeError', `Failed to ${where}: The ${what} provided (${radius}) is negative.`);
}

/** Operations with how many of their arguments are required numbers. */
const operations: Readonly<Record<string, readonly [required: number, steps: Steps]>> = {
  arc: [
    5,
    (dom, [x, y, radius, start, end], args, where) => {
      checkRadius(dom, radius!, 'radius', where);
      return ['ellipse', [x!, y!, radius!, radius!, 0, start!, end!, isTrue(args[5])]];
    },
  ],
  arcTo: [
    5,
    (dom, values, _args, where) => {
      checkRadius(dom, values[4]!, 'radius', where);
      return ['arcTo', values];
    },
  ],
  bezierCurveTo: [6, (_dom, values) => ['bezierCurveTo', values]],
  closePath: [0, (_dom, values) => ['closePath', values]],
  ellipse: [
    7,
    (dom, values, args, where) => {
      checkRadius(dom, values[2]!, 'major-axis radius', where);
      checkRadius(dom, values[3]!, 'minor-axis radius', where);
      return ['ellipse', [...values, isTrue(args[7])]];
    },
  ],
  lineTo: [2, (_dom, values) => ['lineTo', values]],
  moveTo: [2, (_dom, values) => ['moveTo', values]],
  quadraticCurveTo: [4, (_dom, values) => ['quadraticCurveTo', values]],
  rect: [4, (_dom, values) => ['rect', values]],
  roundRect: [
    4,
    (dom, values, args, where) => {
      const radii = cornersFrom(dom, args[4], where);
      return radii && ['roundRect', [...values, ...radii.flat()]];
    },
  ],
};

const isTrue = (value: Value): number =>
  value === undefined || value === null || value === false || value === 0 || value === '' ? 0 : 1;

/** Undefined: a radius is no number, and nothing is drawn. */
function cornersFrom(dom: Dom, value: Value, where: string): readonly Point[] | undefined {
  const isSequence =
    value instanceof JSObject && getProperty(dom.isolate, value, dom.isolate.symbols.iterator) !== undefined;
  const given = isSequence ? listFromArrayLike(dom.isolate, value) : [value ?? 0];
  if (given.length < 1 || given.length > 4)
    throwRange(dom, `Failed to ${where}: ${given.length} radii provided. Between one and four radii are necessary.`);
  const radii = given.map((each): Point => {
    const asNumber = (one: Value): number => toNumber(dom.isolate, one ?? 0);
    if (!(each instanceof JSObject)) return [asNumber(each), asNumber(each)];
    return [asNumber(dom.member(each, 'x')), asNumber(dom.member(each, 'y'))];
  });
  if (!radii.flat().every(Number.isFinite)) return undefined;
  const negative = radii.flat().find((radius) => radius < 0);
  if (negative !== undefined) {
    const isPoint = given[radii.findIndex((radius) => radius.includes(negative))] instanceof JSObject;
    const axis = radii.some(([x]) => x === negative) ? 'X' : 'Y';
    throwRange(dom, `Failed to ${where}: ${isPoint ? `${axis}-radius` : 'Radius'} value ${negative} is negative.`);
  }
  const [first, second = first, third = first, fourth = second] = radii;
  return [first!, second!, third!, fourth!];
}

function throwRange(dom: Dom, message: string): never {
  return dom.throwRangeError(message);
}

/** The operations for a class of the host's: `space` and what is recorded are its own. */
export function pathOperations<T extends PathOwner>(
  interfaceName: string,
  spaceOf: (self: T) => Affine,
  recorded: (dom: Dom, self: T, name: string, args: readonly Value[]) => void,
): Record<string, Operation<T>> {
  return Object.fromEntries(
    Object.entries(operations).map(([name, [required, steps]]): [string, Operation<T>] => [
      name,
      [
        required,
        (dom, self, args) => {
          const values = args.slice(0, required).map((value) => toNumber(dom.isolate, value));
          recorded(dom, self, name, args);
          if (!values.every(Number.isFinite)) return;
          const found = steps(dom, values, args, `execute '${name}' on '${interfaceName}'`);
          if (found !== undefined) self.path.push({ name: found[0], values: found[1], space: spaceOf(self) });
        },
      ],
    ]),
  );
}

export class Path2DData extends HostData implements PathOwner {
  readonly path: PathCommand[];

  constructor(path: PathCommand[]) {
    super();
    this.path = path;
  }
}

export function path2DOf(value: Value): Path2DData | undefined {
  return value instanceof JSObject && value.internal instanceof Path2DData ? value.internal : undefined;
}

const members = membersOf(Path2DData, {
  operations: {
    addPath: [
      1,
      (dom, self, [path, matrix]) => {
        const where = "execute 'addPath' on 'Path2D'";
        const other = dom.argument(path, Path2DData, where, 1, 'Path2D');
        const { affine } = matrixFrom(dom, matrix, where);
        if (affine.every(Number.isFinite)) self.path.push({ name: 'add', path: [...other.path], matrix: affine });
      },
    ],
    ...pathOperations<Path2DData>(
      'Path2D',
      () => identity,
      () => undefined,
    ),
  },
});

export const pathInterfaces: InterfaceTable = {
  Path2D: {
    members: [members],
    construct: (dom, [from], newTarget) => {
      const other = path2DOf(from);
      const start: PathCommand[] =
        from === undefined ? [] : other === undefined ? [{ name: 'svg', text: dom.text(from) }] : [...other.path];
      return dom.newInstance('Path2D', new Path2DData(start), newTarget);
    },
  },
};
