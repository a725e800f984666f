/**
 * ImageData, and the pixels of a canvas, which are those of one that nobody has drawn on. HTML: 4.12.5.1.15 Pixel manipulation.
 * Simplified: there is no picture, so getImageData() gives transparent black whatever was drawn, and says so.
 */
import {
  addOwn,
  Attribute,
  HostData,
  JSObject,
  lookupData,
  makeView,
  newArrayBuffer,
  toNumber,
  type Value,
} from '../../../engine/index.ts';
import { bytesIn } from '../../web/bytes.ts';
import type { Dom } from '../dom.ts';
import { type InterfaceTable, membersOf, type Operation } from '../interfaces.ts';
import type { ContextData } from './context-data.ts';

export class ImageDataData extends HostData {
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    super();
    this.width = width;
    this.height = height;
  }
}

const toLong = (dom: Dom, value: Value): number => toNumber(dom.isolate, value) | 0;

/** Web IDL: [EnforceRange] long. */
function enforcedLong(dom: Dom, value: Value, where: string): number {
  const number = toNumber(dom.isolate, value);
  if (Number.isFinite(number) && Math.abs(number) < 2 ** 31) return Math.trunc(number);
  return dom.throwTypeError(`Failed to ${where}: Value is not of type 'long'.`);
}

function checkSize(dom: Dom, width: number, height: number, where: string, words: string): void {
  for (const [name, size] of Object.entries({ width, height }))
    if (size === 0) dom.throwException('IndexSizeError', `Failed to ${where}: The source ${name} is ${words}.`);
}

/** Of a size that is no longer to be checked, with bytes of the program's own or all 0. */
function filled(dom: Dom, object: JSObject, width: number, height: number, given?: JSObject): JSObject {
  const { isolate } = dom;
  const length = width * height * 4;
  const name = 'Uint8ClampedArray';
  const data =
    given ??
    makeView(isolate, name, isolate.realm.intrinsic(`${name}.prototype`), newArrayBuffer(isolate, length), 0, length);
  addOwn(object, 'data', data, Attribute.enumerable | Attribute.configurable);
  return object;
}

const mostPixels = 2 ** 28;

function newImageData(dom: Dom, width: number, height: number, where: string): JSObject {
  if (width * height > mostPixels) dom.throwRangeError(`Failed to ${where}: Out of memory at ImageData creation.`);
  return filled(dom, dom.newObject('ImageData', new ImageDataData(width, height)), width, height);
}

function constructed(dom: Dom, args: readonly Value[], newTarget: JSObject): JSObject {
  const where = "construct 'ImageData'";
  const fail = (name: string, message: string): never => dom.throwException(name, `Failed to ${where}: ${message}`);
  const make = (width: number, height: number, given?: JSObject): JSObject =>
    filled(dom, dom.newInstance('ImageData', new ImageDataData(width, height), newTarget), width, height, given);
  const [first] = args;
  const unsigned = (value: Value): number => toNumber(dom.isolate, value) >>> 0;
  if (
    !(first instanceof JSObject) ||
    first.internal?.kind !== 'typed array' ||
    first.internal.type !== 'Uint8ClampedArray'
  ) {
    const [width, height] = [unsigned(first), unsigned(args[1])];
    checkSize(dom, width, height, where, 'zero or not a number');
    if (width * height > mostPixels) dom.throwRangeError(`Failed to ${where}: Out of memory at ImageData creation.`);
    return make(width, height);
  }
  const length = bytesIn(first)?.length ?? 0;
  const width = unsigned(args[1]);
  if (length === 0) fail('InvalidStateError', 'The input data has zero elements.');
  if (length % 4 !== 0) fail('InvalidStateError', 'The input data length is not a multiple of 4.');
  if (width === 0) fail('IndexSizeError', 'The source width is zero or not a number.');
  if (length % (4 * width) !== 0) fail('IndexSizeError', 'The input data length is not a multiple of (4 * width).');
  const height = length / (4 * width);
  if (args[2] !== undefined && unsigned(args[2]) !== height)
    fail('IndexSizeError', 'The input data length is not equal to (4 * width * height).');
  return make(width, height, first);
}

export const pixelOperations: Readonly<Record<string, Operation<ContextData>>> = {
  createImageData: [
    1,
    (dom, _self, args) => {
      const where = "execute 'createImageData' on 'CanvasRenderingContext2D'";
      if (args.length === 1) {
        const like = dom.argument(args[0], ImageDataData, where, 1, 'ImageData');
        return newImageData(dom, like.width, like.height, where);
      }
      const [width, height] = [toLong(dom, args[0]), toLong(dom, args[1])];
      checkSize(dom, width, height, where, 'zero or not a number');
      return newImageData(dom, Math.abs(width), Math.abs(height), where);
    },
  ],
  getImageData: [
    4,
    (dom, self, args) => {
      const where = "execute 'getImageData' on 'CanvasRenderingContext2D'";
      const [, , width, height] = args.slice(0, 4).map((value) => enforcedLong(dom, value, where));
      checkSize(dom, width!, height!, where, '0');
      if (self.isDrawnOn)
        dom.note(
          'pixels',
          'getImageData gives transparent black: a canvas keeps the calls that draw on it, and has no pixels',
        );
      return newImageData(dom, Math.abs(width!), Math.abs(height!), where);
    },
  ],
  putImageData: [
    3,
    (dom, self, args) => {
      const where = "execute 'putImageData' on 'CanvasRenderingContext2D'";
      const data = dom.argument(args[0], ImageDataData, where, 1, 'ImageData');
      for (const value of args.slice(1, 7)) enforcedLong(dom, value, where);
      const bytes = bytesIn(lookupData(args[0] as JSObject, 'data'));
      self.isDrawnOn ||= data.width > 0 && (bytes?.some((byte) => byte !== 0) ?? false);
      self.recordCall(dom, 'putImageData', args);
    },
  ],
};

export const imageDataInterfaces: InterfaceTable = {
  ImageData: {
    required: 2,
    construct: constructed,
    members: [
      membersOf(ImageDataData, {
        attributes: {
          width: (_dom, self) => self.width,
          height: (_dom, self) => self.height,
          colorSpace: () => 'srgb',
          pixelFormat: () => 'rgba-unorm8',
        },
      }),
    ],
  },
};
