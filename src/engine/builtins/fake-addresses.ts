/**
 * Addresses of what V8's printers show. There is no memory here: an address stands for the thing's serial number, so that it is
 * the same each time the thing is shown and in each run, and two things have two.
 */
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { FeedbackCell } from '../ic/feedback-cell.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';

const spaces = {
  object: 0x2a_0000_0000,
  map: 0x1b_0000_0000,
  part: 0x3c_0000_0000,
  function: 0x07_0000_0000,
  text: 0x0d_0000_0000,
};

/** A tagged pointer: the lowest bit is set. */
export function addressOf(thing: JSObject | HiddenClass | SharedFunctionInfo | string): string {
  if (typeof thing === 'string') return address('text', hashOf(thing), 32);
  if (thing instanceof JSObject) return address('object', thing.serial, 64);
  if (thing instanceof HiddenClass) return address('map', thing.id, 72);
  return address('function', Math.max(thing.start, 0) + (thing.script.id + 1) * 0x10_0000, 8);
}

/** Of a thing's backing store or another part of it. */
export function partAddress(object: JSObject, part: 'elements' | 'properties'): string {
  return address('part', object.serial * 2 + (part === 'elements' ? 0 : 1), 64);
}

export function feedbackAddress(shared: SharedFunctionInfo, _cell: FeedbackCell): string {
  return address('function', Math.max(shared.start, 0) + (shared.script.id + 1) * 0x10_0000, 8).replace(/.$/, '9');
}

function address(space: keyof typeof spaces, serial: number, size: number): string {
  return `0x${(spaces[space] + serial * size + 1).toString(16).padStart(12, '0')}`;
}

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) & 0xff_ffff;
  return hash;
}
