/**
 * What the frames on the stack hold, by the names of their variables: so that the heap can be drawn from them on. The engine's own
 * walk (execution/heap-roots.ts) goes over the same registers without names. V8: InterpretedFrame::Iterate (src/execution/frames.cc).
 */
import { type Frame, type Isolate, registerValue, registerVariables } from '../../engine/index.ts';
import type { ReferenceKind } from './references.ts';

type TellFrame = (frame: string, value: unknown, kind: ReferenceKind, name: string) => void;
type Registers = ReturnType<typeof registerVariables>;

/** Not of builtins, whose registers have no names. */
export function forEachFrameReference(isolate: Isolate, tell: TellFrame): void {
  const known = new Map<Frame['bytecode'], Registers>();
  for (const frame of isolate.frames()) {
    const { shared, bytecode, closure, context, generator, extraArguments } = frame;
    if (shared.script.kind === 'builtin') continue;
    const name = frameName(frame);
    let registers = known.get(bytecode);
    // What has a name comes first: an object that lies in a temporary register, too, is met by it.
    if (registers === undefined) known.set(bytecode, (registers = registerVariables(shared, bytecode).sort(named)));
    for (const { register, variable } of registers) {
      const value: unknown = registerValue(isolate, frame, register);
      if (typeof value !== 'object' || value === null) continue;
      tell(name, value, variable === '' ? 'register' : 'variable', variable);
    }
    tell(name, closure, 'callee', '');
    tell(name, context, 'scope', '');
    tell(name, generator, 'suspended', '');
    tell(name, extraArguments, 'argument', '');
  }
}

function named(one: Registers[number], other: Registers[number]): number {
  return Number(one.variable === '') - Number(other.variable === '');
}

/** A file's own code is a function without a name, in Node one that begins where the file does. */
function frameName({ shared }: Frame): string {
  const { name, literal, script, kind, start } = shared;
  const isFile = literal.scope.type !== 'function' || (kind === 'normal' && start === 0);
  if (name !== '' || !isFile) return name === '' ? '(anonymous)' : name;
  return script.kind === 'main' ? 'the script' : script.name;
}
