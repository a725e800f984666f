/**
 * Which strings are internalized: V8 keeps those once, compares them by address, and gives them a hidden class of their own.
 * V8: src/objects/string-table.h, src/heap/factory.cc (single_character_string_table).
 *
 * Simplified: a string is known by its text here. A text that the program also computes is internalized in both places,
 * where V8 would keep a second copy.
 */
import type { BytecodeArray, Constant } from '../bytecode/bytecode-array.ts';

export class StringTable {
  private readonly texts = new Set<string>();

  has(text: string): boolean {
    if (text.length <= 1) return text === '' || text.charCodeAt(0) < 256;
    return this.texts.has(text);
  }

  add(text: string): void {
    this.texts.add(text);
  }

  /** Literals and names of a function: the parser interns them. */
  addConstants({ constants }: BytecodeArray): void {
    for (const constant of constants) this.addConstant(constant);
  }

  private addConstant(constant: Constant): void {
    if (typeof constant === 'string') this.texts.add(constant);
    else if (typeof constant !== 'object' || constant === null) return;
    else if (constant.type === 'objectBoilerplate') {
      for (const { key, value } of constant.properties) {
        if (typeof key === 'string') this.texts.add(key);
        if (value.kind !== 'hole' && value.kind !== 'uninitialized') this.addConstant(value.value);
      }
    } else if (constant.type === 'arrayBoilerplate') {
      for (const element of constant.elements)
        if (element.kind !== 'hole' && element.kind !== 'uninitialized') this.addConstant(element.value);
    }
  }
}
