/**
 * TextMetrics. HTML: 4.12.5.1.14 Drawing text to the bitmap.
 * Simplified: there are no fonts: a letter counts as half as wide as it is high, and the program is told so.
 */
import { HostData, type JSObject } from '../../../engine/index.ts';
import type { Dom } from '../dom.ts';
import { type Attribute, type InterfaceTable, membersOf } from '../interfaces.ts';

class MetricsData extends HostData {
  readonly width: number;
  readonly size: number;

  constructor(width: number, size: number) {
    super();
    this.width = width;
    this.size = size;
  }
}

export function measuredText(dom: Dom, text: string, font: string): JSObject {
  dom.note('measured text', 'there are no fonts: measureText counts a letter as half as wide as the font is high');
  const size = Number.parseFloat(/[\d.]+(?=px)/.exec(font)?.[0] ?? '10');
  return dom.newObject('TextMetrics', new MetricsData((text.length * size) / 2, size));
}

/** In parts of the font's size. */
const parts: Readonly<Record<string, number>> = {
  fontBoundingBoxAscent: 0.9,
  fontBoundingBoxDescent: 0.2,
  actualBoundingBoxAscent: 0.7,
  actualBoundingBoxDescent: 0.2,
  hangingBaseline: 0.7,
  alphabeticBaseline: 0,
  ideographicBaseline: -0.2,
};

export const textInterfaces: InterfaceTable = {
  TextMetrics: {
    members: [
      membersOf(MetricsData, {
        attributes: {
          width: (_dom, self) => self.width,
          actualBoundingBoxLeft: () => 0,
          actualBoundingBoxRight: (_dom, self) => self.width,
          ...Object.fromEntries(
            Object.entries(parts).map(([name, part]): [string, Attribute<MetricsData>] => [
              name,
              (_dom, self) => self.size * part,
            ]),
          ),
        },
      }),
    ],
  },
};
