/**
 * The 2D context of a canvas: nothing is drawn, the calls are kept as data, which console.log of the context shows.
 * HTML: 4.12.5.1 The 2D rendering context.
 */
import {
  addOwn,
  builtinAttributes,
  getProperty,
  JSObject,
  listFromArrayLike,
  toBoolean,
  toNumber,
  type Value,
} from '../../../engine/index.ts';
import type { Dom } from '../dom.ts';
import { type InterfaceTable, membersOf, type Operation } from '../interfaces.ts';
import type { ElementData } from '../nodes.ts';
import { contextAttributes } from './context-attributes.ts';
import { ContextData } from './context-data.ts';
import { type Affine, identity, inverseAffine, mapped, timesAffine } from './geometry.ts';
import { imageDataInterfaces, pixelOperations } from './image-data.ts';
import { geometryInterfaces, newAffineMatrix } from './matrix.ts';
import { matrixFrom } from './matrix-data.ts';
import { imageSource, paintInterfaces, paintOperations } from './paints.ts';
import { drawn, type PathCommand, path2DOf, pathInterfaces, pathOperations } from './path-commands.ts';
import { measuredText, textInterfaces } from './text-metrics.ts';

export function canvasContext(dom: Dom, canvas: ElementData, options: Value): JSObject {
  const option = (name: string, standard = false): boolean => {
    const value = dom.member(options, name);
    return value === undefined ? standard : toBoolean(value);
  };
  return (canvas.state.context ??= dom.newObject(
    'CanvasRenderingContext2D',
    new ContextData(canvas, {
      alpha: option('alpha', true),
      desynchronized: option('desynchronized'),
      willReadFrequently: option('willReadFrequently'),
    }),
  ));
}

const whereOf = (name: string): string => `execute '${name}' on 'CanvasRenderingContext2D'`;

/** Draws, or does nothing where a number is none. `numbers`: how many, from which argument on. */
function drawing(name: string, required: number, first = 0, numbers = required): Operation<ContextData> {
  return [
    required,
    (dom, self, args) => {
      for (let index = 0; index < first; index++) dom.text(args[index]);
      const values = args.slice(first, first + numbers).map((value) => toNumber(dom.isolate, value));
      self.recordCall(dom, name, args);
      if (name !== 'clearRect' && values.every(Number.isFinite)) self.isDrawnOn = true;
    },
  ];
}

function transforming(
  name: string,
  required: number,
  by: (values: readonly number[]) => Affine,
): Operation<ContextData> {
  return [
    required,
    (dom, self, args) => {
      const values = args.slice(0, required).map((value) => toNumber(dom.isolate, value));
      self.recordCall(dom, name, args);
      if (values.every(Number.isFinite)) self.setTransform(timesAffine(self.state.transform, by(values)));
    },
  ];
}

function ruleOf(dom: Dom, value: Value, name: string): string {
  const rule = value === undefined ? 'nonzero' : dom.text(value);
  if (rule === 'nonzero' || rule === 'evenodd') return rule;
  return dom.throwTypeError(
    `Failed to ${whereOf(name)}: The provided value '${rule}' is not a valid enum value of type CanvasFillRule.`,
  );
}

function filling(name: string): Operation<ContextData> {
  return [
    0,
    (dom, self, args) => {
      ruleOf(dom, path2DOf(args[0]) === undefined ? args[0] : args[1], name);
      self.recordCall(dom, name, args);
      if (name === 'fill') self.isDrawnOn = true;
    },
  ];
}

function path2DArgument(dom: Dom, value: Value, name: string): readonly PathCommand[] {
  return (
    path2DOf(value)?.path ?? dom.throwTypeError(`Failed to ${whereOf(name)}: parameter 1 is not of type 'Path2D'.`)
  );
}

const operations: Record<string, Operation<ContextData>> = {
  clip: filling('clip'),
  fill: filling('fill'),
  stroke: [
    0,
    (dom, self, args) => {
      if (args.length > 0) path2DArgument(dom, args[0], 'stroke');
      self.recordCall(dom, 'stroke', args);
      self.isDrawnOn = true;
    },
  ],
  drawFocusIfNeeded: [1, (dom, self, args) => self.recordCall(dom, 'drawFocusIfNeeded', args)],
  drawImage: [
    3,
    (dom, self, args) => {
      imageSource(dom, args[0], whereOf('drawImage'));
      if (![3, 5].includes(args.length) && args.length < 9)
        dom.throwTypeError(`Failed to ${whereOf('drawImage')}: Overload resolution failed.`);
      for (const value of args.slice(1, 9)) toNumber(dom.isolate, value);
      self.recordCall(dom, 'drawImage', args);
      self.isDrawnOn = true;
    },
  ],
  clearRect: drawing('clearRect', 4),
  fillRect: drawing('fillRect', 4),
  strokeRect: drawing('strokeRect', 4),
  fillText: drawing('fillText', 3, 1, 2),
  strokeText: drawing('strokeText', 3, 1, 2),
  beginPath: [
    0,
    (dom, self) => {
      self.path = [];
      self.recordCall(dom, 'beginPath', []);
    },
  ],
  ...pathOperations<ContextData>(
    'CanvasRenderingContext2D',
    (self) => self.state.transform,
    (dom, self, name, args) => self.recordCall(dom, name, args),
  ),
  rotate: transforming('rotate', 1, ([angle]) => {
    const [cos, sin] = [Math.cos(angle!), Math.sin(angle!)];
    return [cos, sin, -sin, cos, 0, 0];
  }),
  scale: transforming('scale', 2, ([x, y]) => [Math.fround(x!), 0, 0, Math.fround(y!), 0, 0]),
  translate: transforming('translate', 2, ([x, y]) => [1, 0, 0, 1, Math.fround(x!), Math.fround(y!)]),
  transform: transforming('transform', 6, (values) => values.map(Math.fround) as unknown as Affine),
  setTransform: [
    0,
    (dom, self, args) => {
      const next =
        args.length >= 6
          ? args.slice(0, 6).map((value) => Math.fround(toNumber(dom.isolate, value)))
          : args.length > 1
            ? dom.throwTypeError(
                `Failed to ${whereOf('setTransform')}: The provided value is not of type 'DOMMatrixInit'.`,
              )
            : matrixFrom(dom, args[0], whereOf('setTransform')).affine;
      self.recordCall(dom, 'setTransform', args);
      self.setTransform(next as Affine);
    },
  ],
  resetTransform: [
    0,
    (dom, self) => {
      self.setTransform(identity);
      self.recordCall(dom, 'resetTransform', []);
    },
  ],
  getTransform: [0, (dom, self) => newAffineMatrix(dom, self.state.transform)],
  getLineDash: [0, (dom, self) => dom.list(self.state.dash)],
  setLineDash: [
    1,
    (dom, self, args) => {
      const [segments] = args;
      const isSequence =
        segments instanceof JSObject && getProperty(dom.isolate, segments, dom.isolate.symbols.iterator) !== undefined;
      if (!isSequence)
        dom.throwTypeError(
          `Failed to ${whereOf('setLineDash')}: The provided value cannot be converted to a sequence.`,
        );
      const values = listFromArrayLike(dom.isolate, segments!).map((each) => Math.fround(toNumber(dom.isolate, each)));
      self.recordCall(dom, 'setLineDash', args);
      if (!values.every((value) => value >= 0 && Number.isFinite(value))) return;
      self.state = { ...self.state, dash: values.length % 2 === 0 ? values : [...values, ...values] };
    },
  ],
  save: [
    0,
    (dom, self) => {
      self.saved.push(self.state);
      self.recordCall(dom, 'save', []);
    },
  ],
  restore: [
    0,
    (dom, self) => {
      self.state = self.saved.pop() ?? self.state;
      self.recordCall(dom, 'restore', []);
    },
  ],
  reset: [
    0,
    (dom, self) => {
      self.reset();
      self.recordCall(dom, 'reset', []);
    },
  ],
  getContextAttributes: [
    0,
    (dom, { settings: { alpha, desynchronized, willReadFrequently } }) => {
      const toneMapping = dom.host.newPlainObject({ mode: 'standard' });
      const rest = { colorSpace: 'srgb', colorType: 'unorm8', desynchronized, toneMapping, willReadFrequently };
      return dom.host.newPlainObject({ alpha, ...rest });
    },
  ],
  isContextLost: [0, () => false],
  measureText: [1, (dom, self, [text]) => measuredText(dom, dom.text(text), String(self.state.values.font))],
  isPointInPath: [
    2,
    (dom, self, args) => {
      const given = args.length > 2 ? path2DOf(args[0]) : undefined;
      const [x, y, rule] = given === undefined ? args : args.slice(1);
      const fillRule = ruleOf(dom, rule, 'isPointInPath');
      return isIn(dom, self, x, y, given?.path, (path, point) => path.contains(point, fillRule));
    },
  ],
  isPointInStroke: [
    2,
    (dom, self, args) => {
      const given = args.length > 2 ? path2DArgument(dom, args[0], 'isPointInStroke') : undefined;
      const [x, y] = given === undefined ? args : args.slice(1);
      const { lineWidth, lineCap, lineJoin, miterLimit } = self.state.values;
      const pen = {
        width: Number(lineWidth),
        cap: String(lineCap),
        join: String(lineJoin),
        miterLimit: Number(miterLimit),
      };
      return isIn(dom, self, x, y, given, (path, point) => path.strokeContains(point, pen));
    },
  ],
};

/** The point is one of the canvas, the path in the coordinates of the present transformation. */
function isIn(
  dom: Dom,
  self: ContextData,
  x: Value,
  y: Value,
  given: readonly PathCommand[] | undefined,
  test: (path: ReturnType<typeof drawn>, point: readonly [number, number]) => boolean,
): boolean {
  const point = [toNumber(dom.isolate, x), toNumber(dom.isolate, y)] as const;
  const { transform } = self.state;
  const back = inverseAffine(transform);
  if (back === undefined || !point.every(Number.isFinite)) return false;
  return test(given === undefined ? drawn(self.path, transform) : drawn(given), mapped(back, point));
}

const members = membersOf(ContextData, {
  attributes: { canvas: (dom, self) => dom.wrap(self.canvas), ...contextAttributes },
  operations: { ...operations, ...paintOperations, ...pixelOperations },
});

export const canvasInterfaces: InterfaceTable = {
  CanvasRenderingContext2D: {
    members: [members],
    finish: (dom, prototype) => {
      const show = dom.native('inspect', 2, (receiver) => {
        const { internal } = receiver as JSObject;
        if (!(internal instanceof ContextData)) return 'CanvasRenderingContext2D {}';
        return ['CanvasRenderingContext2D {', ...internal.calls.map((call) => `  ${call}`), '}'].join('\n');
      });
      addOwn(prototype, dom.isolate.symbols.inspectCustom, show, builtinAttributes);
    },
  },
  ...paintInterfaces,
  ...pathInterfaces,
  ...imageDataInterfaces,
  ...geometryInterfaces,
  ...textInterfaces,
};
