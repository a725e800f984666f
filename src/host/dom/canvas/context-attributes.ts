/**
 * The attributes of a 2D context, which ignore what they do not understand. HTML: CanvasFillStrokeStyles, CanvasPathDrawingStyles,
 * CanvasTextDrawingStyles and the others; Blink: BaseRenderingContext2D.
 * Simplified: relative sizes of a font count from 16 pixels on a page, and from 10 elsewhere.
 */
import { inspect, type JSObject, toBoolean, toNumber, type Value } from '../../../engine/index.ts';
import { canvasColorText, parseColor } from '../../css/colors.ts';
import { parseComponents } from '../../css/components.ts';
import { isFilter } from '../../css/filters.ts';
import { fontText, parseFont } from '../../css/font.ts';
import { numberText, typeOfUnit } from '../../css/numeric.ts';
import type { Dom } from '../dom.ts';
import type { Attribute } from '../interfaces.ts';
import { viewport } from '../page-environment.ts';
import { type ContextData, initialValues } from './context-data.ts';
import { PaintData } from './paints.ts';

/** What it becomes; undefined: it stays. */
type Setting = (dom: Dom, value: Value, self: ContextData) => Value | undefined;

const oneOf = (words: string): Setting => {
  const known = new Set(words.split(/\s+/));
  return (dom, value) => {
    const text = dom.text(value);
    return known.has(text) ? text : undefined;
  };
};

/** Finite, of single precision, and as asked. */
const numeric =
  (isValid: (number: number) => boolean = () => true): Setting =>
  (dom, value) => {
    const number = Math.fround(toNumber(dom.isolate, value));
    return Number.isFinite(number) && isValid(number) ? number : undefined;
  };

const color: Setting = (dom, value) => {
  const found = parseColor(dom.text(value));
  return found === undefined || (found.kind === 'unresolved' && found.text.startsWith('light-dark'))
    ? undefined
    : canvasColorText(found);
};

const paint: Setting = (dom, value, self) =>
  (value as JSObject | undefined)?.internal instanceof PaintData ? value : color(dom, value, self);

const spacing: Setting = (dom, value) => {
  const [only, ...more] = parseComponents(dom.text(value)) ?? [];
  if (only?.kind !== 'number' || more.length > 0) return undefined;
  const type = typeOfUnit(only.unit);
  if (type !== 'length' && type !== 'number') return undefined;
  return `${numberText(only.value)}${only.unit === '' ? 'px' : only.unit}`;
};

const settings: Readonly<Record<keyof typeof initialValues, Setting>> = {
  lang: (dom, value) => dom.text(value),
  font: (dom, value, { canvas }) => {
    const size = canvas.isConnected ? 16 : 10;
    const found = parseFont(dom.text(value), { size, rootSize: 16, viewport });
    return found === undefined ? undefined : fontText(found);
  },
  textAlign: oneOf('start end left right center'),
  textBaseline: oneOf('top hanging middle alphabetic ideographic bottom'),
  direction: oneOf('ltr rtl inherit'),
  fontKerning: oneOf('auto normal none'),
  fontStretch: oneOf(
    'ultra-condensed extra-condensed condensed semi-condensed normal semi-expanded expanded extra-expanded ultra-expanded',
  ),
  fontVariantCaps: oneOf('normal small-caps all-small-caps petite-caps all-petite-caps unicase titling-caps'),
  letterSpacing: spacing,
  textRendering: oneOf('auto optimizeSpeed optimizeLegibility geometricPrecision'),
  wordSpacing: spacing,
  globalCompositeOperation: oneOf(
    `source-over source-in source-out source-atop destination-over destination-in destination-out destination-atop lighter copy xor clear multiply
    screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue saturation color luminosity`,
  ),
  filter: (dom, value) => {
    const text = dom.text(value);
    const components = parseComponents(text);
    return components !== undefined && isFilter(components) ? text : undefined;
  },
  imageSmoothingQuality: oneOf('low medium high'),
  strokeStyle: paint,
  fillStyle: paint,
  shadowColor: color,
  lineCap: oneOf('butt round square'),
  lineJoin: oneOf('round bevel miter'),
  globalAlpha: (dom, value) => {
    const number = toNumber(dom.isolate, value);
    return number >= 0 && number <= 1 ? number : undefined;
  },
  imageSmoothingEnabled: (_dom, value) => toBoolean(value),
  shadowOffsetX: numeric(),
  shadowOffsetY: numeric(),
  shadowBlur: numeric((number) => number >= 0),
  lineWidth: numeric((number) => number > 0),
  miterLimit: numeric((number) => number > 0),
  lineDashOffset: numeric(),
};

export const contextAttributes: Readonly<Record<string, Attribute<ContextData>>> = Object.fromEntries(
  Object.entries(settings).map(([name, setting]): [string, Attribute<ContextData>] => [
    name,
    {
      get: (_dom, self) => self.state.values[name],
      set: (dom, self, value) => {
        const found = setting(dom, value, self);
        if (found !== undefined) self.set(name, found);
        self.record(dom, `${name} = ${inspect(dom.isolate, value, { depth: 0 })}`);
      },
    },
  ]),
);
