/**
 * The 2D context of a canvas: nothing is drawn, the calls are kept as data, which console.log of the context shows.
 * HTML: 4.12.5.1 The 2D rendering context.
 */
import { addOwn, builtinAttributes, HostData, inspect, type JSObject, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { type Attribute, type InterfaceTable, membersOf, type Operation } from './interfaces.ts';
import type { ElementData } from './nodes.ts';

class ContextData extends HostData {
  readonly canvas: ElementData;
  readonly calls: string[] = [];
  state: Record<string, Value> = { ...initialState };
  readonly saved: Record<string, Value>[] = [];

  constructor(canvas: ElementData) {
    super();
    this.canvas = canvas;
  }
}

const initialState: Readonly<Record<string, Value>> = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  direction: 'ltr',
  shadowBlur: 0,
  shadowColor: 'rgba(0, 0, 0, 0)',
  shadowOffsetX: 0,
  shadowOffsetY: 0,
  imageSmoothingEnabled: true,
  filter: 'none',
};

/** Operations with how many arguments they require. */
const drawing: Readonly<Record<string, number>> = {
  clearRect: 4,
  fillRect: 4,
  strokeRect: 4,
  beginPath: 0,
  closePath: 0,
  moveTo: 2,
  lineTo: 2,
  rect: 4,
  roundRect: 4,
  arc: 5,
  arcTo: 5,
  ellipse: 7,
  bezierCurveTo: 6,
  quadraticCurveTo: 4,
  fill: 0,
  stroke: 0,
  clip: 0,
  fillText: 3,
  strokeText: 3,
  drawImage: 3,
  putImageData: 3,
  translate: 2,
  rotate: 1,
  scale: 2,
  transform: 6,
  setTransform: 0,
  resetTransform: 0,
  setLineDash: 1,
};

const mostCalls = 10_000;

function record(dom: Dom, self: ContextData, text: string): void {
  if (self.calls.length < mostCalls) self.calls.push(text);
  else dom.note('canvas calls', `a canvas keeps its first ${mostCalls} calls`);
}

export function canvasContext(dom: Dom, canvas: ElementData): JSObject {
  return (canvas.state.context ??= dom.newObject('CanvasRenderingContext2D', new ContextData(canvas)));
}

const operations: Record<string, Operation<ContextData>> = Object.fromEntries(
  Object.entries(drawing).map(([name, required]) => [
    name,
    [
      required,
      (dom: Dom, self: ContextData, args: readonly Value[]) =>
        record(dom, self, `${name}(${args.map((value) => inspect(dom.isolate, value, { depth: 0 })).join(', ')})`),
    ],
  ]),
);

const attributes: Record<string, Attribute<ContextData>> = Object.fromEntries(
  Object.keys(initialState).map((name) => [
    name,
    {
      get: (_dom: Dom, self: ContextData) => self.state[name],
      set: (dom: Dom, self: ContextData, value: Value) => {
        self.state[name] =
          typeof initialState[name] === 'string' && typeof value !== 'object' ? dom.text(value) : value;
        record(dom, self, `${name} = ${inspect(dom.isolate, value, { depth: 0 })}`);
      },
    },
  ]),
);

const members = membersOf(ContextData, {
  attributes: { canvas: (dom, self) => dom.wrap(self.canvas), ...attributes },
  operations: {
    ...operations,
    save: [
      0,
      (dom, self) => {
        self.saved.push({ ...self.state });
        record(dom, self, 'save()');
      },
    ],
    restore: [
      0,
      (dom, self) => {
        self.state = self.saved.pop() ?? self.state;
        record(dom, self, 'restore()');
      },
    ],
    // About half a letter's height for each letter.
    measureText: [1, (dom, _self, [text]) => dom.host.newPlainObject({ width: dom.text(text).length * 5 })],
    createLinearGradient: [4, (dom) => newGradient(dom)],
    createRadialGradient: [6, (dom) => newGradient(dom)],
    isPointInPath: [2, () => false],
  },
});

function newGradient(dom: Dom): JSObject {
  return dom.newObject('CanvasGradient', new GradientData());
}

class GradientData extends HostData {
  readonly stops: string[] = [];
}

const gradientMembers = membersOf(GradientData, {
  operations: {
    addColorStop: [2, (dom, self, [at, color]) => void self.stops.push(`${Number(at)} ${dom.text(color)}`)],
  },
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
  CanvasGradient: { members: [gradientMembers] },
};
