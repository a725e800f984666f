/**
 * %DebugPrint: a value as V8's object printer shows it. V8: src/diagnostics/objects-printer.cc.
 *
 * Simplified: addresses are stable fakes (fake-address.ts); of feedback the state is shown and the hidden classes, not the
 * handlers.
 */
import { fakeAddress } from '../execution/fake-address.ts';
import type { FunctionTiering } from '../compiler/function-tiering.ts';
import { functionDebugName } from '../bytecode/function-names.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { isSmi } from '../objects/value.ts';
import { feedbackVectorLines } from './print-feedback.ts';
import { mapLines } from './print-map.ts';
import { elementsLines, propertiesLines, shortPrint, typeName } from './print-object.ts';

export function debugPrint(value: Value): string {
  return `DebugPrint: ${printed(value).join('\n')}\n\n`;
}

function printed(value: Value): string[] {
  if (!(value instanceof JSObject)) return [primitive(value)];
  const { hiddenClass } = value;
  const { prototype } = hiddenClass;
  const mode = hiddenClass.isDictionary ? 'DictionaryProperties' : 'FastProperties';
  const lines = [
    `${fakeAddress(value)}: [${typeName(value)}]`,
    ` - map: ${shortPrint(hiddenClass)} [${mode}]`,
    ` - prototype: ${shortPrint(prototype)}`,
    ...elementsLines(value, true),
    ...functionLines(value),
    ...propertiesLines(value),
    ...elementsLines(value, false),
    ...feedbackLines(value),
  ];
  return [...lines, ...mapLines(hiddenClass)];
}

function primitive(value: Exclude<Value, JSObject>): string {
  if (typeof value === 'number') {
    if (!isSmi(value)) return `${fakeAddress('number')}: [HeapNumber]\n - value: ${String(value)}`;
    return `Smi: ${value < 0 ? '-' : ''}0x${Math.abs(value).toString(16)} (${value})`;
  }
  if (typeof value === 'string') return `${fakeAddress(value)}: [String]: #${value}`;
  if (value === undefined || value === null || typeof value === 'boolean')
    return `${fakeAddress(String(value))}: [Oddball] in ReadOnlySpace: #${String(value)}`;
  return shortPrint(value);
}

const codeNames = {
  ignition: 'BUILTIN InterpreterEntryTrampoline',
  sparkplug: 'BASELINE',
  maglev: 'MAGLEV',
  turbofan: 'TURBOFAN_JS',
};

function functionLines({ internal, hiddenClass }: JSObject): string[] {
  if (!(internal instanceof FunctionData) || internal.shared === undefined) return [];
  const { shared } = internal;
  const cell = internal.feedbackCell as { tiering?: unknown } | undefined;
  const tiering = cell?.tiering as FunctionTiering | undefined;
  const code = tiering === undefined ? 'BUILTIN CompileLazy' : codeNames[tiering.tier];
  const { prototype, initialMap } = prototypeTexts(internal, hiddenClass.isConstructor);
  const name = functionDebugName(shared);
  const builtin = code.startsWith('BUILTIN ') ? [` - builtin: ${code.slice('BUILTIN '.length)}`] : [];
  const bytecode =
    tiering?.tier === 'ignition'
      ? [
          ' - interpreted',
          ` - bytecode: ${fakeAddress(shared, 'bytecode')} <BytecodeArray[${shared.bytecode?.length ?? 0}]>`,
        ]
      : [];
  return [
    prototype,
    ...initialMap,
    ` - shared_info: ${fakeAddress(shared)} <SharedFunctionInfo${name === '' ? '' : ` ${name}`}>`,
    ` - name: ${shortPrint(shared.name)}`,
    ...builtin,
    ` - formal_parameter_count: ${shared.literal.parameters.length + 1}`,
    ` - kind: ${kindNames[shared.kind] ?? 'NormalFunction'}`,
    ` - code: ${fakeAddress(shared, 'code')} <Code ${code}>`,
    ...bytecode,
    ` - source code: ${shared.script.source.slice(shared.start, shared.end).replace(/^(?:async\s*)?(?:function\s*)?\*?\s*[\w$]*(?=\()/, '')}`,
  ];
}

function prototypeTexts(data: FunctionData, hasSlot: boolean): { prototype: string; initialMap: string[] } {
  if (!hasSlot) return { prototype: ' - function prototype: <no-prototype-slot>', initialMap: [] };
  const prototype = data.data instanceof JSObject ? shortPrint(data.data) : '';
  const initial = data.initialHiddenClass instanceof HiddenClass ? shortPrint(data.initialHiddenClass) : '';
  return { prototype: ` - function prototype: ${prototype}`, initialMap: [` - initial_map: ${initial}`] };
}

/** V8: FunctionKind2String. */
const kindNames: Readonly<Record<string, string>> = {
  normal: 'NormalFunction',
  arrow: 'ArrowFunction',
  generator: 'GeneratorFunction',
  async: 'AsyncFunction',
  asyncArrow: 'AsyncArrowFunction',
  asyncGenerator: 'AsyncGeneratorFunction',
  method: 'ConciseMethod',
  baseConstructor: 'BaseConstructor',
  derivedConstructor: 'DerivedConstructor',
};

function feedbackLines({ internal }: JSObject): string[] {
  if (!(internal instanceof FunctionData) || internal.feedbackCell === undefined) return [];
  return feedbackVectorLines(internal.feedbackCell);
}
