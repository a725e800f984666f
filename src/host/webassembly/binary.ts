/**
 * What stands in a module's bytes, as far as somebody has to know it who stands outside: its sections, and the types of the
 * functions that it imports and exports, which say how values cross. The bytes have been validated by the host.
 * WebAssembly Core Specification 5.5: Binary Format, Modules.
 */

export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128' | 'externref' | 'funcref' | 'reference';

export interface FunctionType {
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
}

export interface Section {
  readonly name: string;
  /** Of its content. */
  readonly bytes: number;
}

export interface ModuleBinary {
  readonly bytes: number;
  readonly sections: readonly Section[];
  /** By the index of the function, imported ones first; undefined where this reader does not know the type. */
  readonly functionTypes: readonly (FunctionType | undefined)[];
  readonly importedFunctions: number;
  /** Length of each own function's body. */
  readonly bodies: readonly number[];
  /** Indices of exported functions by name. */
  readonly exportedFunctions: ReadonlyMap<string, number>;
}

const sectionNames = [
  'custom',
  'type',
  'import',
  'function',
  'table',
  'memory',
  'global',
  'export',
  'start',
  'element',
  'code',
  'data',
  'data count',
  'tag',
];

const valueTypes: Readonly<Record<number, ValueType>> = {
  0x7f: 'i32',
  0x7e: 'i64',
  0x7d: 'f32',
  0x7c: 'f64',
  0x7b: 'v128',
  0x70: 'funcref',
  0x6f: 'externref',
};

const kinds = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;

export function readModule(bytes: Uint8Array): ModuleBinary {
  const reader = new Reader(bytes, 8, bytes.length);
  const sections: Section[] = [];
  const types: (FunctionType | undefined)[] = [];
  const functionTypes: (FunctionType | undefined)[] = [];
  const bodies: number[] = [];
  const exportedFunctions = new Map<string, number>();
  let importedFunctions = 0;
  while (!reader.isAtEnd) {
    const id = reader.byte();
    const content = reader.part(reader.u32());
    sections.push({ name: sectionName(id, content), bytes: content.length });
    if (id === 1) readTypes(content, types);
    else if (id === 2) {
      for (const type of readImports(content)) functionTypes.push(types[type]);
      importedFunctions = functionTypes.length;
    } else if (id === 3) content.vector(() => functionTypes.push(types[content.u32()]));
    else if (id === 7) readExports(content, exportedFunctions);
    else if (id === 10) content.vector(() => bodies.push(content.part(content.u32()).length));
  }
  return { bytes: bytes.length, sections, functionTypes, importedFunctions, bodies, exportedFunctions };
}

function sectionName(id: number, content: Reader): string {
  return id === 0 ? `custom ${JSON.stringify(content.copy().name())}` : (sectionNames[id] ?? `section ${id}`);
}

/** Simplified: behind the first type that is no function's (of the garbage collection proposal) all are unknown. */
function readTypes(content: Reader, types: (FunctionType | undefined)[]): void {
  let isKnown = true;
  content.vector(() => {
    if (isKnown && content.byte() === 0x60)
      types.push({ parameters: readValueTypes(content), results: readValueTypes(content) });
    else isKnown = false;
  });
}

function readValueTypes(content: Reader): ValueType[] {
  const list: ValueType[] = [];
  content.vector(() => list.push(readValueType(content)));
  return list;
}

function readValueType(content: Reader): ValueType {
  const byte = content.byte();
  // (ref null? heaptype)
  if (byte === 0x63 || byte === 0x64) {
    const heapType = content.s33();
    return heapType === -0x11 ? 'externref' : heapType === -0x10 ? 'funcref' : 'reference';
  }
  return valueTypes[byte] ?? 'reference';
}

/** The types of the imported functions. */
function readImports(content: Reader): number[] {
  const functions: number[] = [];
  content.vector(() => {
    content.name();
    content.name();
    const kind = content.byte();
    if (kind === kinds.function) functions.push(content.u32());
    else if (kind === kinds.table) {
      readValueType(content);
      readLimits(content);
    } else if (kind === kinds.memory) readLimits(content);
    else if (kind === kinds.global) {
      readValueType(content);
      content.byte();
    } else {
      content.byte();
      content.u32();
    }
  });
  return functions;
}

function readLimits(content: Reader): void {
  const flags = content.byte();
  content.u32();
  if ((flags & 1) !== 0) content.u32();
}

function readExports(content: Reader, functions: Map<string, number>): void {
  content.vector(() => {
    const name = content.name();
    const kind = content.byte();
    const index = content.u32();
    if (kind === kinds.function) functions.set(name, index);
  });
}

class Reader {
  private readonly bytes: Uint8Array;
  private at: number;
  private readonly end: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  get length(): number {
    return this.end - this.at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  copy(): Reader {
    return new Reader(this.bytes, this.at, this.end);
  }

  /** The next bytes on their own. */
  part(length: number): Reader {
    const part = new Reader(this.bytes, this.at, Math.min(this.at + length, this.end));
    this.at += length;
    return part;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  /** LEB128. Longer ones, of 64-bit memories, lose their upper bits. */
  u32(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if ((byte & 0x80) === 0) return value;
    }
  }

  s33(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if ((byte & 0x80) === 0) return (byte & 0x40) === 0 ? value : value - 2 ** (shift + 7);
    }
  }

  name(): string {
    const length = this.u32();
    const text = new TextDecoder().decode(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return text;
  }

  vector(read: () => void): void {
    for (let count = this.u32(); count > 0 && !this.isAtEnd; count--) read();
  }
}
