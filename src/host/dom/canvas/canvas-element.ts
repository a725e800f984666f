/** HTMLCanvasElement. HTML: 4.12.5 The canvas element. */
import { isCallable, type JSObject, toNumber, type Value } from '../../../engine/index.ts';
import type { Dom } from '../dom.ts';
import { type Attribute, membersOf } from '../interfaces.ts';
import { ElementData } from '../nodes.ts';
import { setAttribute } from '../tree.ts';
import { canvasContext } from './context.ts';

function sizeOf(self: ElementData, name: string, standard: number): number {
  const value = /^\s*\+?(\d+)/.exec(self.get(name) ?? '')?.[1];
  return value === undefined || Number(value) > 2 ** 31 - 1 ? standard : Number(value);
}

/** Web IDL: unsigned long; what is no size becomes the standard one. */
function size(name: string, standard: number): Attribute<ElementData> {
  return {
    get: (_dom, self) => sizeOf(self, name, standard),
    set: (dom, self, value) => {
      const number = toNumber(dom.isolate, value) >>> 0;
      setAttribute(dom, self, name, String(number > 2 ** 31 - 1 ? standard : number));
    },
  };
}

function noPicture(dom: Dom, name: string, gives: string): void {
  dom.note('canvas', `${name} gives ${gives}: a canvas keeps the calls that draw on it, and there is no picture`);
}

const isEmpty = (self: ElementData): boolean => sizeOf(self, 'width', 300) === 0 || sizeOf(self, 'height', 150) === 0;

export const canvasMembers = membersOf(ElementData, {
  attributes: { width: size('width', 300), height: size('height', 150) },
  operations: {
    getContext: [
      1,
      (dom, self, [type, options]) => {
        const name = dom.text(type);
        if (name === '2d') return canvasContext(dom, self, options);
        if (/^(webgl2?|experimental-webgl|webgpu|bitmaprenderer)$/.test(name) && self.state.context === undefined)
          dom.note(`canvas ${name}`, `getContext('${name}') gives null: of canvases only '2d' is simulated`);
        return null;
      },
    ],
    toDataURL: [
      0,
      (dom, self) => {
        if (!isEmpty(self)) noPicture(dom, 'toDataURL', "'data:,'");
        return 'data:,';
      },
    ],
    toBlob: [
      1,
      (dom, self, [callback]) => {
        const run: Value = callback;
        if (!isCallable(run))
          return dom.throwTypeError(
            "Failed to execute 'toBlob' on 'HTMLCanvasElement': parameter 1 is not of type 'Function'.",
          );
        if (!isEmpty(self)) noPicture(dom, 'toBlob', 'null');
        dom.host.queueTask(
          'platform',
          'toBlob',
          () => void dom.isolate.callNested(run as JSObject, undefined, [null]),
          {
            holds: run,
          },
        );
      },
    ],
  },
});
