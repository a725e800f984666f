/**
 * Addresses in what V8's printers and logs show. There is no memory here: an address stands for the thing's serial number, so
 * that it is the same each time the thing is shown and in each run, and two things have two.
 */
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';

/** What belongs to a thing and has an address of its own. */
export type AddressPart = 'itself' | 'elements' | 'properties' | 'closure' | 'code' | 'bytecode' | 'feedback';

const partSizes: Readonly<Record<AddressPart, number>> = {
  itself: 0x001,
  elements: 0x101,
  properties: 0x181,
  closure: 0x101,
  code: 0x141,
  feedback: 0x181,
  bytecode: 0x200,
};
const spaces = { object: 0x2a00_0000_0000, map: 0x1b00_0000_0000, function: 0x0700_0000_0000, text: 0x0d00_0000_0000 };
/** Between the addresses of two things. */
const stride = 0x1000;
/** Functions of a script are told apart by where they begin. */
const longestScript = 0x100_0000;

/** Tagged pointers have their lowest bit set. Text stands for a constant, such as an interned string. */
export function fakeAddress(
  thing: JSObject | HiddenClass | SharedFunctionInfo | string,
  part: AddressPart = 'itself',
  offset = 0,
): string {
  const address = startOf(thing) + partSizes[part] + offset;
  return `0x${address.toString(16).padStart(12, '0')}`;
}

function startOf(thing: JSObject | HiddenClass | SharedFunctionInfo | string): number {
  if (typeof thing === 'string') return spaces.text + hashOf(thing) * stride;
  if (thing instanceof JSObject) return spaces.object + thing.serial * stride;
  if (thing instanceof HiddenClass) return spaces.map + thing.id * stride;
  return spaces.function + ((thing.script.id + 1) * longestScript + Math.max(thing.start, 0)) * stride;
}

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) & 0xff_ffff;
  return hash;
}
