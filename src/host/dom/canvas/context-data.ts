/** What a 2D context is to the host: its state, its path, and the calls that were made. HTML: 4.12.5.1.1 The canvas state. */
import { HostData, inspect, type Value } from '../../../engine/index.ts';
import type { Dom } from '../dom.ts';
import type { ElementData } from '../nodes.ts';
import { type Affine, identity } from './geometry.ts';
import type { PathCommand } from './path-commands.ts';

export interface CanvasState {
  readonly values: Readonly<Record<string, Value>>;
  readonly transform: Affine;
  readonly dash: readonly number[];
}

export const initialValues: Readonly<Record<string, Value>> = {
  lang: 'inherit',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  direction: 'inherit',
  fontKerning: 'auto',
  fontStretch: 'normal',
  fontVariantCaps: 'normal',
  letterSpacing: '0px',
  textRendering: 'auto',
  wordSpacing: '0px',
  globalCompositeOperation: 'source-over',
  filter: 'none',
  imageSmoothingQuality: 'low',
  strokeStyle: '#000000',
  fillStyle: '#000000',
  shadowColor: 'rgba(0, 0, 0, 0)',
  lineCap: 'butt',
  lineJoin: 'miter',
  globalAlpha: 1,
  imageSmoothingEnabled: true,
  shadowOffsetX: 0,
  shadowOffsetY: 0,
  shadowBlur: 0,
  lineWidth: 1,
  miterLimit: 10,
  lineDashOffset: 0,
};

const initialState: CanvasState = { values: initialValues, transform: identity, dash: [] };

/** What getContextAttributes() tells. */
export interface ContextSettings {
  readonly alpha: boolean;
  readonly desynchronized: boolean;
  readonly willReadFrequently: boolean;
}

const mostCalls = 10_000;

export class ContextData extends HostData {
  readonly canvas: ElementData;
  readonly settings: ContextSettings;
  readonly calls: string[] = [];
  state = initialState;
  saved: CanvasState[] = [];
  path: PathCommand[] = [];
  /** Whether there would be something on the canvas. */
  isDrawnOn = false;

  constructor(canvas: ElementData, settings: ContextSettings) {
    super();
    this.canvas = canvas;
    this.settings = settings;
  }

  set(name: string, value: Value): void {
    this.state = { ...this.state, values: { ...this.state.values, [name]: value } };
  }

  setTransform(transform: Affine): void {
    if (transform.every(Number.isFinite)) this.state = { ...this.state, transform };
  }

  /** As it was in the beginning. */
  reset(): void {
    this.state = initialState;
    this.saved = [];
    this.path = [];
    this.isDrawnOn = false;
  }

  record(dom: Dom, text: string): void {
    if (this.calls.length < mostCalls) this.calls.push(text);
    else dom.note('canvas calls', `a canvas keeps its first ${mostCalls} calls`);
  }

  recordCall(dom: Dom, name: string, args: readonly Value[]): void {
    if (this.calls.length >= mostCalls) this.record(dom, '');
    else this.record(dom, `${name}(${args.map((value) => inspect(dom.isolate, value, { depth: 0 })).join(', ')})`);
  }
}

/** Whoever sets the size of a canvas clears it. HTML: reset the rendering context to its default state. */
export function resetCanvas(canvas: ElementData): void {
  const data = canvas.state.context?.internal;
  if (data instanceof ContextData) data.reset();
}
