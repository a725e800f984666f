/**
 * Registers as operands: integers relative to a frame's base. V8: src/interpreter/bytecode-register.h.
 *
 *   stack:  <this> a0 a1 … aN-1 | <context> <closure> <argc> | r0 r1 r2 …
 *   base + :   …         -5  -4       -3        -2       -1     0  1  2
 */

/** Fixed slots between a frame's parameters and its registers. */
export const fixedFrameSlots = 3;
export const contextRegister = -3;
export const closureRegister = -2;
export const argumentCountRegister = -1;

/** The register of parameter `index` (0 is the receiver) of a function with `count` parameters, receiver included. */
export function parameterRegister(index: number, count: number): number {
  return index - count - fixedFrameSlots;
}

/** As V8 prints it: `r0`, `a0`, `<this>`, `<context>`, `<closure>`, `<argc>`. */
export function registerName(register: number, parameterCount: number): string {
  if (register >= 0) return `r${register}`;
  if (register === contextRegister) return '<context>';
  if (register === closureRegister) return '<closure>';
  if (register === argumentCountRegister) return '<argc>';
  const index = register + parameterCount + fixedFrameSlots;
  return index === 0 ? '<this>' : `a${index - 1}`;
}
