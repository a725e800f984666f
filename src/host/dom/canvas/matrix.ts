/** DOMMatrix and DOMPoint. Geometry Interfaces: 6 The DOMMatrix interfaces. */
import {
  addOwn,
  Attribute as PropertyAttribute,
  getProperty,
  HostData,
  JSObject,
  listFromArrayLike,
  makeView,
  newArrayBuffer,
  toNumber,
  type Value,
} from '../../../engine/index.ts';
import { parseComponents } from '../../css/components.ts';
import { transformMatrix } from '../../css/transforms.ts';
import type { Dom } from '../dom.ts';
import { type Attribute, type InterfaceTable, membersOf, type Operation } from '../interfaces.ts';
import { MatrixData, matrixFrom, names, number } from './matrix-data.ts';
import type { Affine } from './geometry.ts';
import {
  type Elements,
  flat,
  full,
  inverse,
  rotation,
  scaling,
  tangent,
  times,
  translation,
  unit,
} from './matrix-math.ts';

class PointData extends HostData {
  readonly coordinates: number[];

  constructor(coordinates: number[]) {
    super();
    this.coordinates = coordinates;
  }
}

/** What a method multiplies with, and whether the result is still in the plane. */
type Step = (dom: Dom, args: readonly Value[], name: string) => readonly [by: Elements, is2D: boolean];

function scaleStep(dom: Dom, args: readonly Value[]): ReturnType<Step> {
  const x = number(dom, args[0], 1);
  const [y, z, ox, oy, oz] = [x, 1, 0, 0, 0].map((standard, index) => number(dom, args[index + 1], standard)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const by = times(times(translation(ox, oy, oz), scaling(x, y, z)), translation(-ox, -oy, -oz));
  return [by, z === 1 && oz === 0];
}

const steps: Readonly<Record<string, Step>> = {
  translate: (dom, args) => {
    const [x, y, z] = [0, 1, 2].map((index) => number(dom, args[index], 0)) as [number, number, number];
    return [translation(x, y, z), z === 0];
  },
  scale: scaleStep,
  scale3d: (dom, [scale, ...origin]) => {
    const factor = number(dom, scale, 1);
    const [by, is2D] = scaleStep(dom, [factor, factor, factor, ...origin]);
    return [by, is2D && factor === 1];
  },
  rotate: (dom, [first, second, third]) => {
    let [x, y, z] = [number(dom, first, 0), number(dom, second, 0), number(dom, third, 0)];
    if (second === undefined && third === undefined) [x, y, z] = [0, 0, x];
    const by = times(times(rotation(0, 0, 1, z), rotation(0, 1, 0, y)), rotation(1, 0, 0, x));
    return [by, x === 0 && y === 0];
  },
  rotateFromVector: (dom, args) => {
    const [x, y] = [number(dom, args[0], 0), number(dom, args[1], 0)];
    return [x === 0 && y === 0 ? unit : rotation(0, 0, 1, (Math.atan2(y, x) * 180) / Math.PI), true];
  },
  rotateAxisAngle: (dom, args) => {
    const [x, y, z, angle] = [0, 1, 2, 3].map((index) => number(dom, args[index], 0)) as [
      number,
      number,
      number,
      number,
    ];
    return [rotation(x, y, z, angle), x === 0 && y === 0];
  },
  skewX: (dom, [angle]) => [full([1, 0, tangent(number(dom, angle, 0)), 1, 0, 0]), true],
  skewY: (dom, [angle]) => [full([1, tangent(number(dom, angle, 0)), 0, 1, 0, 0]), true],
  multiply: (dom, [other], name) => {
    const data = matrixFrom(dom, other, `execute '${name}' on 'DOMMatrix${name.endsWith('Self') ? '' : 'ReadOnly'}'`);
    return [data.elements, data.is2D];
  },
};

const newMatrix = (dom: Dom, elements: Elements, is2D: boolean, name = 'DOMMatrix'): JSObject =>
  dom.newObject(name, new MatrixData(elements, is2D));

export function newAffineMatrix(dom: Dom, affine: Affine): JSObject {
  return newMatrix(dom, full(affine), true);
}

function attributeOf(index: number): Attribute<MatrixData> {
  return (_dom, self) => self.elements[index];
}

function settable(index: number): Attribute<MatrixData> {
  return {
    get: (_dom, self) => self.elements[index],
    set: (dom, self, value) => {
      const given = toNumber(dom.isolate, value);
      self.elements = self.elements.with(index, given);
      if (!flat.includes(index) && given !== unit[index]) self.is2D = false;
    },
  };
}

function allAttributes(make: (index: number) => Attribute<MatrixData>): Record<string, Attribute<MatrixData>> {
  const short = flat.map((index, at) => ['abcdef'[at]!, make(index)] as const);
  return Object.fromEntries([...short, ...names.map((name, index) => [name, make(index)] as const)]);
}

const isIdentity = ({ elements }: MatrixData): boolean => elements.every((each, index) => each === unit[index]);

function textOf(dom: Dom, { elements, is2D }: MatrixData): string {
  if (!elements.every(Number.isFinite))
    dom.throwException(
      'InvalidStateError',
      "Failed to execute 'toString' on 'DOMMatrixReadOnly': DOMMatrix cannot be serialized with NaN or Infinity values.",
    );
  return is2D
    ? `matrix(${flat.map((index) => elements[index]! || 0).join(', ')})`
    : `matrix3d(${elements.map((each) => each || 0).join(', ')})`;
}

function typedArray(dom: Dom, name: 'Float32Array' | 'Float64Array', elements: Elements): JSObject {
  const { isolate } = dom;
  const bytes = newArrayBuffer(isolate, elements.length * (name === 'Float32Array' ? 4 : 8));
  const array = makeView(isolate, name, isolate.realm.intrinsic(`${name}.prototype`), bytes, 0, elements.length);
  if (array.internal?.kind === 'typed array')
    for (const [index, each] of elements.entries()) array.internal.view[index] = each;
  return array;
}

const pure = Object.fromEntries(
  Object.entries(steps).map(([name, step]): [string, Operation<MatrixData>] => [
    name,
    [
      0,
      (dom, self, args) => {
        const [by, is2D] = step(dom, args, name);
        return newMatrix(dom, times(self.elements, by), self.is2D && is2D);
      },
    ],
  ]),
);

const inPlace = Object.fromEntries(
  Object.entries(steps).map(([name, step]): [string, Operation<MatrixData>] => [
    `${name}Self`,
    [
      0,
      (dom, self, args, receiver) => {
        const [by, is2D] = step(dom, args, `${name}Self`);
        self.elements = times(self.elements, by);
        self.is2D &&= is2D;
        return receiver;
      },
    ],
  ]),
);

const noNumbers = unit.map(() => NaN);

const stringifier: Operation<MatrixData> = [0, (dom, self) => textOf(dom, self)];

const readOnlyMembers = membersOf(MatrixData, {
  attributes: {
    ...allAttributes(attributeOf),
    is2D: (_dom, self) => self.is2D,
    isIdentity: (_dom, self) => isIdentity(self),
  },
  operations: {
    ...pure,
    scaleNonUniform: [
      0,
      (dom, self, [x, y]) =>
        newMatrix(dom, times(self.elements, scaling(number(dom, x, 1), number(dom, y, 1), 1)), self.is2D),
    ],
    flipX: [0, (dom, self) => newMatrix(dom, times(self.elements, scaling(-1, 1, 1)), self.is2D)],
    flipY: [0, (dom, self) => newMatrix(dom, times(self.elements, scaling(1, -1, 1)), self.is2D)],
    inverse: [
      0,
      (dom, self) => {
        const found = inverse(self.elements);
        return newMatrix(dom, found ?? noNumbers, found !== undefined && self.is2D);
      },
    ],
    transformPoint: [0, (dom, self, [point]) => newPoint(dom, transformed(self.elements, coordinatesFrom(dom, point)))],
    toFloat32Array: [0, (dom, self) => typedArray(dom, 'Float32Array', self.elements)],
    toFloat64Array: [0, (dom, self) => typedArray(dom, 'Float64Array', self.elements)],
    toJSON: [
      0,
      (dom, self) => {
        const short = flat.map((index, at) => ['abcdef'[at]!, self.elements[index]!] as const);
        const long = names.map((name, index) => [name, self.elements[index]!] as const);
        const numbers = Object.fromEntries([...short, ...long]);
        return dom.host.newPlainObject({ ...numbers, is2D: self.is2D, isIdentity: isIdentity(self) });
      },
    ],
    toString: stringifier,
  },
});

const matrixMembers = membersOf(MatrixData, {
  attributes: allAttributes(settable),
  operations: {
    ...inPlace,
    preMultiplySelf: [
      0,
      (dom, self, [other], receiver) => {
        const data = matrixFrom(dom, other, "execute 'preMultiplySelf' on 'DOMMatrix'");
        self.elements = times(data.elements, self.elements);
        self.is2D &&= data.is2D;
        return receiver;
      },
    ],
    invertSelf: [
      0,
      (_dom, self, _args, receiver) => {
        const found = inverse(self.elements);
        self.elements = found ?? noNumbers;
        self.is2D &&= found !== undefined;
        return receiver;
      },
    ],
    setMatrixValue: [
      1,
      (dom, self, [text], receiver) => {
        const data = parsed(dom, dom.text(text), "execute 'setMatrixValue' on 'DOMMatrix'");
        self.elements = data.elements;
        self.is2D = data.is2D;
        return receiver;
      },
    ],
  },
});

function parsed(dom: Dom, text: string, where: string): MatrixData {
  const components = parseComponents(text);
  const found = components === undefined ? undefined : transformMatrix(components);
  if (found === 'relative')
    return dom.throwException('SyntaxError', `Failed to ${where}: Values must be resolvable at parse time`);
  if (found === undefined) return dom.throwException('SyntaxError', `Failed to ${where}: Failed to parse '${text}'.`);
  return found.length === 16 ? new MatrixData(found, false) : new MatrixData(full(found), true);
}

function constructed(dom: Dom, init: Value, name: string): MatrixData {
  if (init === undefined) return new MatrixData(unit, true);
  const isSequence =
    init instanceof JSObject && getProperty(dom.isolate, init, dom.isolate.symbols.iterator) !== undefined;
  if (!isSequence) return parsed(dom, dom.text(init), `construct '${name}'`);
  const numbers = listFromArrayLike(dom.isolate, init).map((each) => toNumber(dom.isolate, each));
  if (numbers.length === 6) return new MatrixData(full(numbers), true);
  if (numbers.length === 16) return new MatrixData(numbers, false);
  return dom.throwTypeError(
    `Failed to construct '${name}': The sequence must contain 6 elements for a 2D matrix or 16 elements for a 3D matrix.`,
  );
}

function addStatic(dom: Dom, constructor: JSObject, name: string, make: (value: Value) => JSObject): void {
  addOwn(
    constructor,
    name,
    dom.native(name, 0, (_receiver, [value]) => make(value)),
    PropertyAttribute.all,
  );
}

function addStatics(name: string) {
  return (dom: Dom, _prototype: JSObject, constructor: JSObject): void => {
    const from = (method: string, make: (value: Value) => MatrixData): void =>
      addStatic(dom, constructor, method, (value) => dom.newObject(name, make(value)));
    from('fromMatrix', (value) => {
      const { elements, is2D } = matrixFrom(dom, value, `execute 'fromMatrix' on '${name}'`);
      return new MatrixData(elements, is2D);
    });
    for (const type of ['fromFloat32Array', 'fromFloat64Array']) from(type, (value) => constructed(dom, value, name));
  };
}

function coordinatesFrom(dom: Dom, point: Value): readonly number[] {
  if (point instanceof JSObject && point.internal instanceof PointData) return point.internal.coordinates;
  return ['x', 'y', 'z', 'w'].map((name, index) => number(dom, dom.member(point, name), index === 3 ? 1 : 0));
}

const transformed = (elements: Elements, [x, y, z, w]: readonly number[]): number[] =>
  [0, 1, 2, 3].map(
    (row) => elements[row]! * x! + elements[row + 4]! * y! + elements[row + 8]! * z! + elements[row + 12]! * w!,
  );

const newPoint = (dom: Dom, coordinates: number[]): JSObject => dom.newObject('DOMPoint', new PointData(coordinates));

const axes = ['x', 'y', 'z', 'w'].entries();
const pointGetters: Record<string, Attribute<PointData>> = {};
const pointAccessors: Record<string, Attribute<PointData>> = {};
for (const [index, name] of axes) {
  const get = (_dom: Dom, self: PointData): number | undefined => self.coordinates[index];
  pointGetters[name] = get;
  pointAccessors[name] = {
    get,
    set: (dom, self, value) => void (self.coordinates[index] = toNumber(dom.isolate, value)),
  };
}

const pointMembers = membersOf(PointData, {
  attributes: pointGetters,
  operations: {
    matrixTransform: [
      0,
      (dom, self, [matrix]) => {
        const { elements } = matrixFrom(dom, matrix, "execute 'matrixTransform' on 'DOMPointReadOnly'");
        return newPoint(dom, transformed(elements, self.coordinates));
      },
    ],
    toJSON: [0, (dom, { coordinates: [x, y, z, w] }) => dom.host.newPlainObject({ x: x!, y: y!, z: z!, w: w! })],
  },
});

const newPointOf = (dom: Dom, args: readonly Value[]): PointData =>
  new PointData([0, 0, 0, 1].map((standard, index) => number(dom, args[index], standard)));

const pointStatics =
  (name: string) =>
  (dom: Dom, _prototype: JSObject, constructor: JSObject): void =>
    addStatic(dom, constructor, 'fromPoint', (point) =>
      dom.newObject(name, new PointData([...coordinatesFrom(dom, point)])),
    );

export const geometryInterfaces: InterfaceTable = {
  DOMPointReadOnly: {
    members: [pointMembers],
    construct: (dom, args, newTarget) => dom.newInstance('DOMPointReadOnly', newPointOf(dom, args), newTarget),
    finish: pointStatics('DOMPointReadOnly'),
  },
  DOMPoint: {
    parent: 'DOMPointReadOnly',
    members: [membersOf(PointData, { attributes: pointAccessors })],
    construct: (dom, args, newTarget) => dom.newInstance('DOMPoint', newPointOf(dom, args), newTarget),
    finish: pointStatics('DOMPoint'),
  },
  DOMMatrixReadOnly: {
    members: [readOnlyMembers],
    construct: (dom, [init], newTarget) =>
      dom.newInstance('DOMMatrixReadOnly', constructed(dom, init, 'DOMMatrixReadOnly'), newTarget),
    finish: addStatics('DOMMatrixReadOnly'),
  },
  DOMMatrix: {
    parent: 'DOMMatrixReadOnly',
    members: [matrixMembers],
    construct: (dom, [init], newTarget) => dom.newInstance('DOMMatrix', constructed(dom, init, 'DOMMatrix'), newTarget),
    finish: addStatics('DOMMatrix'),
  },
};
