/**
 * Records of values as the bytes that v8.serialize gives. V8: ValueSerializer in src/objects/value-serializer.cc; Node: DefaultSerializer
 * in lib/v8.js, by which views are objects of the host.
 * Simplified: a number is written as the small integer that it is, even where V8 holds it as a double outside of arrays.
 */
import { ElementsKind, isHoley, type SerializedObject, type SerializedValue } from '../../engine/index.ts';

export const wireFormatVersion = 15;
type Properties = Extract<SerializedObject, { type: 'object' }>['properties'];
type RecordOf<Type extends SerializedObject['type']> = Extract<SerializedObject, { type: Type }>;

/** RegExp flags as V8 keeps them. */
export const regExpFlagBits: readonly (readonly [flag: string, bit: number])[] = [
  ['g', 1],
  ['i', 2],
  ['m', 4],
  ['y', 8],
  ['u', 16],
  ['s', 32],
  ['d', 128],
  ['v', 256],
];

/** As Node numbers them. */
export const viewTypes: readonly string[] = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'DataView',
  'Buffer',
  'BigInt64Array',
  'BigUint64Array',
  'Float16Array',
];

/** What a view holds, and as which of `viewTypes` it is written. */
export interface WrittenView {
  readonly type: number;
  readonly bytes: Uint8Array;
}

export class WireWriter {
  private bytes = new Uint8Array(64);
  private length = 0;
  private readonly ids = new Map<SerializedObject, number>();
  private readonly viewOf: (record: RecordOf<'view'>) => WrittenView;
  private readonly refuse: (name: string) => never;

  constructor(viewOf: (record: RecordOf<'view'>) => WrittenView, refuse: (name: string) => never) {
    this.viewOf = viewOf;
    this.refuse = refuse;
  }

  write(value: SerializedValue): Uint8Array {
    this.byte(0xff);
    this.varint(wireFormatVersion);
    this.value(value);
    return this.bytes.subarray(0, this.length);
  }

  private value(value: SerializedValue): void {
    if (value === undefined) this.tag('_');
    else if (value === null) this.tag('0');
    else if (typeof value === 'boolean') this.tag(value ? 'T' : 'F');
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'bigint') {
      this.tag('Z');
      this.bigInt(value);
    } else if (typeof value === 'string') this.text(value);
    else this.object(value);
  }

  private object(record: SerializedObject): void {
    const id = this.ids.get(record);
    if (id !== undefined) {
      this.tag('^');
      this.varint(id);
      return;
    }
    this.ids.set(record, this.ids.size);
    switch (record.type) {
      case 'object':
        this.tag('o');
        this.properties(record.properties);
        this.tag('{');
        return this.varint(record.properties.length);
      case 'array':
        return this.array(record);
      case 'primitive':
        return this.wrapper(record.value);
      case 'date':
        this.tag('D');
        return this.double(record.time);
      case 'regexp': {
        this.tag('R');
        this.text(record.source);
        const bits = regExpFlagBits.filter(([flag]) => record.flags.includes(flag)).map(([, bit]) => bit);
        return this.varint(bits.reduce((sum, bit) => sum + bit, 0));
      }
      case 'map':
      case 'set': {
        const isMap = record.type === 'map';
        this.tag(isMap ? ';' : "'");
        for (const { key, value } of record.entries) {
          this.value(key);
          if (isMap) this.value(value);
        }
        this.tag(isMap ? ':' : ',');
        return this.varint(record.entries.length * (isMap ? 2 : 1));
      }
      case 'error':
        return this.error(record);
      case 'buffer':
        return this.buffer(record.bytes);
      case 'view': {
        const { type, bytes } = this.viewOf(record);
        this.tag('\\');
        this.varint(type);
        this.varint(bytes.length);
        return this.raw(bytes);
      }
      case 'platform':
        return this.refuse(record.name);
      case 'known':
        return this.refuse('Object');
    }
  }

  private properties(properties: Properties): void {
    for (const [key, value] of properties) {
      const name = String(key);
      if (/^(?:0|[1-9]\d{0,9})$/.test(name) && Number(name) < 2 ** 32 - 1) this.number(Number(name));
      else this.text(name);
      this.value(value);
    }
  }

  private array({ length, elementsKind, properties }: RecordOf<'array'>): void {
    const isDense = elementsKind !== ElementsKind.DICTIONARY_ELEMENTS && !isHoley(elementsKind);
    let rest = properties;
    this.tag(isDense ? 'A' : 'a');
    this.varint(length);
    if (isDense) {
      const isDouble = elementsKind === ElementsKind.PACKED_DOUBLE_ELEMENTS;
      for (const [, value] of properties.slice(0, length)) {
        if (isDouble && typeof value === 'number') {
          this.tag('N');
          this.double(value);
        } else this.value(value);
      }
      rest = properties.slice(length);
    }
    this.properties(rest);
    this.tag(isDense ? '$' : '@');
    this.varint(rest.length);
    this.varint(length);
  }

  private wrapper(value: RecordOf<'primitive'>['value']): void {
    if (typeof value === 'boolean') this.tag(value ? 'y' : 'x');
    else if (typeof value === 'number') {
      this.tag('n');
      this.double(value);
    } else if (typeof value === 'bigint') {
      this.tag('z');
      this.bigInt(value);
    } else {
      this.tag('s');
      this.text(String(value));
    }
  }

  private error({ name, message, stack, cause }: RecordOf<'error'>): void {
    this.tag('r');
    const kinds: Readonly<Record<string, string>> = {
      EvalError: 'E',
      RangeError: 'R',
      ReferenceError: 'F',
      SyntaxError: 'S',
      TypeError: 'T',
      URIError: 'U',
    };
    if (Object.hasOwn(kinds, name)) this.tag(kinds[name]!);
    if (message !== undefined) {
      this.tag('m');
      this.text(message);
    }
    if (stack !== undefined) {
      this.tag('s');
      this.text(stack);
    }
    if (cause !== undefined) {
      this.tag('c');
      this.value(cause.value);
    }
    this.tag('.');
  }

  private buffer(buffer: ArrayBuffer | SharedArrayBuffer): void {
    if (!(buffer instanceof ArrayBuffer)) return this.refuse('SharedArrayBuffer');
    this.tag(buffer.resizable ? '~' : 'B');
    this.varint(buffer.byteLength);
    if (buffer.resizable) this.varint(buffer.maxByteLength);
    this.raw(new Uint8Array(buffer));
  }

  private number(value: number): void {
    const isSmall = (value | 0) === value && !Object.is(value, -0);
    this.tag(isSmall ? 'I' : 'N');
    if (isSmall) this.varint(((value << 1) ^ (value >> 31)) >>> 0);
    else this.double(value);
  }

  private bigInt(value: bigint): void {
    let rest = value < 0n ? -value : value;
    const digits: bigint[] = [];
    for (; rest > 0n; rest >>= 64n) digits.push(BigInt.asUintN(64, rest));
    this.varint(((digits.length * 8) << 1) | (value < 0n ? 1 : 0));
    this.raw(new Uint8Array(BigUint64Array.from(digits).buffer));
  }

  private text(text: string): void {
    let isOneByte = true;
    for (let index = 0; index < text.length && isOneByte; index++) isOneByte = text.charCodeAt(index) < 256;
    const size = isOneByte ? text.length : text.length * 2;
    // Two-byte characters begin at an even place.
    if (!isOneByte && (this.length + 1 + sizeOfVarint(size)) % 2 === 1) this.byte(0);
    this.tag(isOneByte ? '"' : 'c');
    this.varint(size);
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      this.byte(code & 255);
      if (!isOneByte) this.byte(code >> 8);
    }
  }

  private tag(tag: string): void {
    this.byte(tag.charCodeAt(0));
  }

  private varint(value: number): void {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.byte((rest % 128) | 128);
    this.byte(rest);
  }

  private double(value: number): void {
    this.raw(new Uint8Array(Float64Array.of(value).buffer));
  }

  private byte(value: number): void {
    this.grow(1);
    this.bytes[this.length++] = value;
  }

  private raw(bytes: Uint8Array): void {
    this.grow(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  private grow(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

function sizeOfVarint(value: number): number {
  return value < 128 ? 1 : 1 + sizeOfVarint(Math.floor(value / 128));
}
