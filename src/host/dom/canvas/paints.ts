/** What a canvas is painted with: gradients and patterns. HTML: CanvasGradient, CanvasPattern. */
import { HostData, type JSObject, toNumber, type Value } from '../../../engine/index.ts';
import { parseColor } from '../../css/colors.ts';
import type { Dom } from '../dom.ts';
import { type InterfaceTable, membersOf, type Operation } from '../interfaces.ts';
import { ElementData } from '../nodes.ts';
import type { ContextData } from './context-data.ts';
import { matrixFrom } from './matrix-data.ts';

export abstract class PaintData extends HostData {}

class GradientData extends PaintData {
  readonly stops: string[] = [];
}

class PatternData extends PaintData {}

/** A number that has to be one. Web IDL: double. */
export function finite(dom: Dom, value: Value, where: string): number {
  const number = toNumber(dom.isolate, value);
  if (Number.isFinite(number)) return number;
  return dom.throwTypeError(`Failed to ${where}: The provided double value is non-finite.`);
}

function gradient(name: string, count: number, radii: Readonly<Record<number, string>> = {}): Operation<ContextData> {
  return [
    count,
    (dom, _self, args) => {
      const where = `execute '${name}' on 'CanvasRenderingContext2D'`;
      const values = args.slice(0, count).map((value) => finite(dom, value, where));
      for (const [index, radius] of Object.entries(radii))
        if (values[Number(index)]! < 0)
          dom.throwException('IndexSizeError', `Failed to ${where}: The ${radius} provided is less than 0.`);
      return dom.newObject('CanvasGradient', new GradientData());
    },
  ];
}

const gradientMembers = membersOf(GradientData, {
  operations: {
    addColorStop: [
      2,
      (dom, self, [offset, color]) => {
        const where = "execute 'addColorStop' on 'CanvasGradient'";
        const at = finite(dom, offset, where);
        const text = dom.text(color);
        if (at < 0 || at > 1)
          dom.throwException(
            'IndexSizeError',
            `Failed to ${where}: The provided value (${at}) is outside the range (0.0, 1.0).`,
          );
        if (parseColor(text) === undefined)
          dom.throwException(
            'SyntaxError',
            `Failed to ${where}: The value provided ('${text}') could not be parsed as a color.`,
          );
        self.stops.push(`${at} ${text}`);
      },
    ],
  },
});

const imageTypes =
  '(CSSImageValue or HTMLCanvasElement or HTMLImageElement or HTMLVideoElement or ImageBitmap or OffscreenCanvas or SVGImageElement or VideoFrame)';

/** Web IDL: CanvasImageSource. */
export function imageSource(dom: Dom, value: Value, where: string): ElementData {
  const data = (value as JSObject | undefined)?.internal;
  if (data instanceof ElementData && data.is('canvas', 'img', 'video', 'image')) return data;
  return dom.throwTypeError(`Failed to ${where}: The provided value is not of type '${imageTypes}'.`);
}

const repetitions = ['', 'repeat', 'no-repeat', 'repeat-x', 'repeat-y'];

export const paintOperations: Readonly<Record<string, Operation<ContextData>>> = {
  createLinearGradient: gradient('createLinearGradient', 4),
  createRadialGradient: gradient('createRadialGradient', 6, { 2: 'r0', 5: 'r1' }),
  createConicGradient: gradient('createConicGradient', 3),
  createPattern: [
    2,
    (dom, _self, [image, repetition]) => {
      const where = "execute 'createPattern' on 'CanvasRenderingContext2D'";
      const source = imageSource(dom, image, where);
      const kind = repetition === null ? '' : dom.text(repetition);
      if (!repetitions.includes(kind))
        dom.throwException(
          'SyntaxError',
          `Failed to ${where}: The provided type ('${kind}') is not one of 'repeat', 'no-repeat', 'repeat-x', or 'repeat-y'.`,
        );
      if (source.is('img') && !source.has('src')) return null;
      return dom.newObject('CanvasPattern', new PatternData());
    },
  ],
};

export const paintInterfaces: InterfaceTable = {
  CanvasGradient: { members: [gradientMembers] },
  CanvasPattern: {
    members: [
      membersOf(PatternData, {
        operations: {
          setTransform: [
            0,
            (dom, _self, [matrix]) => void matrixFrom(dom, matrix, "execute 'setTransform' on 'CanvasPattern'"),
          ],
        },
      }),
    ],
  },
};
