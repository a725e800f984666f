/** The bytes of v8.serialize as records of values. V8: ValueDeserializer in src/objects/value-serializer.cc; Node: DefaultDeserializer. */
import {
  ElementsKind,
  type JSObject,
  keyFromString,
  type SerializedObject,
  type SerializedValue,
} from '../../engine/index.ts';
import { regExpFlagBits, wireFormatVersion } from './v8-serializer.ts';

export class WireProblem extends Error {}

type Properties = Extract<SerializedObject, { type: 'object' }>['properties'];
type ErrorRecord = Extract<SerializedObject, { type: 'error' }>;
type Entries = Extract<SerializedObject, { type: 'map' | 'set' }>['entries'];

const errorKinds: Readonly<Record<string, ErrorRecord['name']>> = {
  E: 'EvalError',
  R: 'RangeError',
  F: 'ReferenceError',
  S: 'SyntaxError',
  T: 'TypeError',
  U: 'URIError',
};

export class WireReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;
  private readonly objects: SerializedObject[] = [];
  private readonly viewAt: (type: number, offset: number, length: number) => JSObject;

  /** `viewAt` makes a view of the bytes that are read. */
  constructor(bytes: Uint8Array, viewAt: (type: number, offset: number, length: number) => JSObject) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.viewAt = viewAt;
  }

  read(): SerializedValue {
    const problem = 'Unable to deserialize cloned data due to invalid or unsupported version.';
    if (this.bytes[0] !== 0xff) throw new WireProblem(problem);
    this.at = 1;
    if (this.varint() > wireFormatVersion) throw new WireProblem(problem);
    return this.value();
  }

  private fail(): never {
    throw new WireProblem('Unable to deserialize cloned data.');
  }

  private value(): SerializedValue {
    const tag = this.tag();
    switch (tag) {
      case '_':
        return undefined;
      case '0':
        return null;
      case 'T':
        return true;
      case 'F':
        return false;
      case 'I':
        return this.zigzag();
      case 'U':
        return this.varint();
      case 'N':
        return this.double();
      case 'Z':
        return this.bigInt();
      case '"':
      case 'c':
      case 'S':
        return this.textOf(tag);
      case '?':
        this.varint();
        return this.value();
      case '^':
        return this.objects[this.varint()] ?? this.fail();
      default:
        return this.object(tag);
    }
  }

  private object(tag: string): SerializedObject {
    switch (tag) {
      case 'o': {
        const properties: Properties = [];
        const record = this.keep({ type: 'object', properties });
        this.properties(properties, '{');
        return record;
      }
      case 'A':
      case 'a':
        return this.array(tag === 'A');
      case 'y':
      case 'x':
        return this.keep({ type: 'primitive', value: tag === 'y' });
      case 'n':
        return this.keep({ type: 'primitive', value: this.double() });
      case 'z':
        return this.keep({ type: 'primitive', value: this.bigInt() });
      case 's':
        return this.keep({ type: 'primitive', value: this.text() });
      case 'D':
        return this.keep({ type: 'date', time: this.double() });
      case 'R': {
        const source = this.text();
        const bits = this.varint();
        const letters = regExpFlagBits.filter(([, bit]) => (bits & bit) !== 0).map(([flag]) => flag);
        return this.keep({ type: 'regexp', source, flags: letters.toSorted().join('') });
      }
      case ';':
      case "'":
        return this.collection(tag === ';');
      case 'r':
        return this.error();
      case 'B':
      case '~':
        return this.buffer(tag === '~');
      case '\\': {
        const type = this.varint();
        const length = this.varint();
        const offset = this.at;
        this.skip(length);
        return this.keep({ type: 'known', object: this.viewAt(type, offset, length) });
      }
      default:
        return this.fail();
    }
  }

  private keep<Kept extends SerializedObject>(record: Kept): Kept {
    this.objects.push(record);
    return record;
  }

  private properties(properties: Properties, end: string): number {
    const before = properties.length;
    while (this.peek() !== end) {
      const key = this.value();
      if (typeof key !== 'string' && typeof key !== 'number') this.fail();
      properties.push([keyFromString(String(key)), this.value()]);
    }
    this.tag();
    const count = this.varint();
    if (count !== properties.length - before) this.fail();
    return count;
  }

  private array(isDense: boolean): SerializedObject {
    const length = this.varint();
    if (isDense && length > this.bytes.length - this.at) this.fail();
    const properties: Properties = [];
    const elementsKind = ElementsKind.HOLEY_ELEMENTS;
    const record = this.keep({ type: 'array', length, elementsKind, properties } as const);
    for (let index = 0; isDense && index < length; index++) {
      if (this.peek() === '-') this.tag();
      else properties.push([index, this.value()]);
    }
    this.properties(properties, isDense ? '$' : '@');
    if (this.varint() !== length) this.fail();
    return record;
  }

  private collection(isMap: boolean): SerializedObject {
    const entries: Entries = [];
    const record = this.keep({ type: isMap ? 'map' : 'set', entries } as const);
    const end = isMap ? ':' : ',';
    while (this.peek() !== end) {
      const key = this.value();
      entries.push({ key, value: isMap ? this.value() : key });
    }
    this.tag();
    if (this.varint() !== entries.length * (isMap ? 2 : 1)) this.fail();
    return record;
  }

  private error(): SerializedObject {
    const place = this.objects.length;
    // Its cause may refer to it only once it is whole.
    this.objects.push({ type: 'primitive', value: null });
    let name: ErrorRecord['name'] = 'Error';
    let stack: string | undefined;
    const rest: Pick<ErrorRecord, 'message' | 'cause'> = {};
    for (let tag = this.tag(); tag !== '.'; tag = this.tag()) {
      if (tag === 'm') rest.message = this.text();
      else if (tag === 's') stack = this.text();
      else if (tag === 'c') rest.cause = { value: this.value() };
      else name = errorKinds[tag] ?? this.fail();
    }
    const record: ErrorRecord = { type: 'error', name, stack, ...rest };
    this.objects[place] = record;
    return record;
  }

  private buffer(isResizable: boolean): SerializedObject {
    const length = this.varint();
    const most = isResizable ? this.varint() : length;
    const start = this.at;
    this.skip(length);
    if (most < length) this.fail();
    const bytes = isResizable ? new ArrayBuffer(length, { maxByteLength: most }) : new ArrayBuffer(length);
    new Uint8Array(bytes).set(this.bytes.subarray(start, start + length));
    return this.keep({ type: 'buffer', bytes });
  }

  private text(): string {
    return this.textOf(this.tag());
  }

  private textOf(tag: string): string {
    const size = this.varint();
    const start = this.at;
    this.skip(size);
    const bytes = this.bytes.subarray(start, start + size);
    if (tag === 'S') return new TextDecoder().decode(bytes.slice());
    let text = '';
    if (tag === '"') for (const byte of bytes) text += String.fromCharCode(byte);
    else if (tag === 'c' && size % 2 === 0)
      for (let index = 0; index < size; index += 2)
        text += String.fromCharCode(bytes[index]! | (bytes[index + 1]! << 8));
    else this.fail();
    return text;
  }

  private bigInt(): bigint {
    const bits = this.varint();
    const size = bits >>> 1;
    const start = this.at;
    this.skip(size);
    let value = 0n;
    for (let index = start + size - 1; index >= start; index--) value = (value << 8n) | BigInt(this.bytes[index]!);
    return (bits & 1) === 1 ? -value : value;
  }

  private double(): number {
    const start = this.at;
    this.skip(8);
    return this.view.getFloat64(start, true);
  }

  private zigzag(): number {
    const value = this.varint();
    return (value >>> 1) ^ -(value & 1);
  }

  private varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) this.fail();
      value += (byte & 127) * factor;
      if (byte < 128) return value % 2 ** 32;
    }
  }

  private skip(count: number): void {
    if (count > this.bytes.length - this.at) this.fail();
    this.at += count;
  }

  /** Without the padding before it. */
  private tag(): string {
    while (this.bytes[this.at] === 0) this.at++;
    const byte = this.bytes[this.at++];
    return byte === undefined ? this.fail() : String.fromCharCode(byte);
  }

  private peek(): string {
    while (this.bytes[this.at] === 0) this.at++;
    const byte = this.bytes[this.at];
    return byte === undefined ? this.fail() : String.fromCharCode(byte);
  }
}
