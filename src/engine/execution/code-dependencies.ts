/**
 * What code counts on from the moment it is optimised: read off its bytecode and the feedback of that moment.
 * V8: CompilationDependencies::Commit, and where JSNativeContextSpecialization and MaglevGraphBuilder record dependencies.
 *
 * Simplified: what is constant is found in straight lines, register by register.
 */
import { type Bytecode, bytecodeNames, bytecodes, decodedLengths } from '../bytecode/bytecodes.ts';
import type { Dependencies } from '../compiler/dependencies.ts';
import type { CompiledFunction, OptimizedCode } from '../compiler/optimized-code.ts';
import { FeedbackCell } from '../ic/feedback-cell.ts';
import { megamorphic } from '../ic/feedback-vector.ts';
import { HolderHandler, TransitionHandler } from '../ic/property-ic.ts';
import { AllocationSite } from '../objects/allocation-site.ts';
import type { Context } from '../objects/context.ts';
import { HiddenClass, type NamedKey } from '../objects/hidden-class.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { DictionaryEntry } from '../objects/property-dictionary.ts';
import { detailsIsMutable, detailsKind, detailsRepresentation, PropertyKind } from '../objects/property-details.ts';
import { Representation } from '../objects/representation.ts';
import { ScriptSlotState } from '../objects/script-context-slots.ts';
import type { Isolate } from './isolate.ts';

export function recordDependencies(isolate: Isolate, code: OptimizedCode): void {
  const visit = (compiled: CompiledFunction): void => {
    new DependencyRecorder(isolate, code, compiled).record();
    for (const callee of compiled.inlined.values()) visit(callee);
  };
  visit(code.outermost);
}

class DependencyRecorder {
  private readonly isolate: Isolate;
  private readonly dependencies: Dependencies;
  private readonly code: OptimizedCode;
  private readonly compiled: CompiledFunction;
  /** What registers and the accumulator are known to hold, where it is an object. */
  private readonly registers = new Map<number, JSObject>();
  private accumulator: JSObject | undefined = undefined;

  constructor(isolate: Isolate, code: OptimizedCode, compiled: CompiledFunction) {
    this.isolate = isolate;
    this.dependencies = isolate.tiering.dependencies;
    this.code = code;
    this.compiled = compiled;
  }

  record(): void {
    const { code } = this.compiled.bytecode;
    for (let at = 0; at < code.length; at += decodedLengths[code[at]!]!) {
      const name = bytecodeNames[code[at]!]!;
      const loaded = this.instruction(name, code, at);
      if (name === 'Star') {
        if (this.accumulator === undefined) this.registers.delete(code[at + 1]!);
        else this.registers.set(code[at + 1]!, this.accumulator);
      } else if (bytecodes[name].accumulator !== 'none' && bytecodes[name].accumulator !== 'read')
        this.accumulator = loaded;
      else if (name.startsWith('Jump')) this.accumulator = undefined;
    }
  }

  /** Gives the object that the accumulator is known to hold afterwards. */
  private instruction(name: Bytecode, code: Int32Array, at: number): JSObject | undefined {
    const { feedback, bytecode } = this.compiled;
    switch (name) {
      case 'Ldar':
        return this.registers.get(code[at + 1]!);
      case 'LdaScriptContextSlot':
      case 'StaScriptContextSlot':
        return this.scriptSlot(code[at + 2]!);
      case 'LdaCurrentScriptContextSlot':
      case 'StaCurrentScriptContextSlot':
        return this.scriptSlot(code[at + 1]!);
      case 'LdaImmutableContextSlot':
        return this.immutableSlot(code[at + 2]!);
      case 'LdaImmutableCurrentContextSlot':
        return this.immutableSlot(code[at + 1]!);
      case 'LdaGlobal':
      case 'StaGlobal':
        return this.globalCell(feedback[code[at + 2]!]);
      case 'GetNamedProperty':
        return this.load(
          code[at + 3]!,
          bytecode.constants[code[at + 2]!] as NamedKey,
          this.registers.get(code[at + 1]!),
        );
      case 'GetIterator':
        return this.load(code[at + 2]!, this.isolate.symbols.iterator, this.registers.get(code[at + 1]!));
      case 'SetNamedProperty':
      case 'DefineNamedOwnProperty':
        this.store(code[at + 3]!, bytecode.constants[code[at + 2]!] as NamedKey);
        return undefined;
      case 'GetKeyedProperty':
        this.elements(code[at + 2]!, true);
        return undefined;
      case 'SetKeyedProperty':
        this.elements(code[at + 3]!, false);
        return undefined;
      case 'TestInstanceOf':
        if (this.accumulator !== undefined) this.chain(this.accumulator.hiddenClass, undefined, true);
        return undefined;
      case 'Construct':
        this.construct(feedback[code[at + 4]!]);
        this.allocationSites(feedback[code[at + 4]!]);
        return undefined;
      case 'CreateArrayLiteral':
      case 'CreateObjectLiteral':
        this.allocationSites(feedback[code[at + 2]!]);
        return undefined;
      case 'CreateEmptyArrayLiteral':
        this.allocationSites(feedback[code[at + 1]!]);
        return undefined;
      default:
        return undefined;
    }
  }

  /** Of a literal all arrays in its boilerplate. V8: DependOnElementsKinds. */
  private allocationSites(feedback: unknown): void {
    const boilerplate = feedback instanceof AllocationSite ? feedback.boilerplate : feedback;
    if (feedback instanceof AllocationSite) this.dependencies.add(this.code, feedback, 'allocationSite');
    if (!(boilerplate instanceof JSObject) || boilerplate.internal instanceof FunctionData) return;
    for (const value of [...boilerplate.elements, ...boilerplate.properties])
      if (value instanceof JSObject) this.allocationSites(value.internal ?? value);
  }

  private scriptSlot(slot: number): JSObject | undefined {
    const context = scriptContext(this.compiled.context);
    const state = this.isolate.profile.tracksConstantScriptLet ? context?.slotStates?.[slot] : undefined;
    if (state === undefined || state === ScriptSlotState.undetermined || state === ScriptSlotState.other)
      return undefined;
    this.dependencies.add(this.code, context!, 'scriptContextSlot', slot);
    const value = context!.slots[slot];
    return state === ScriptSlotState.constant && value instanceof JSObject ? value : undefined;
  }

  /** A const of the script; those of functions are known only where V8 specialises code for the closure. */
  private immutableSlot(slot: number): JSObject | undefined {
    const value = scriptContext(this.compiled.context)?.slots[slot];
    return value instanceof JSObject ? value : undefined;
  }

  private globalCell(cell: unknown): JSObject | undefined {
    if (typeof cell !== 'object' || cell === null || !('cellType' in cell)) return undefined;
    const { cellType, value } = cell as DictionaryEntry;
    if (cellType === 'mutable') return undefined;
    this.dependencies.add(this.code, cell, 'propertyCell');
    return cellType === 'constant' && value instanceof JSObject ? value : undefined;
  }

  private load(slot: number, key: NamedKey, constant: JSObject | undefined): JSObject | undefined {
    let known: JSObject | undefined;
    for (const [map, handler] of this.mapsOf(slot)) {
      this.receiver(map, constant !== undefined);
      if (typeof handler === 'number') known = this.field(map, key, constant);
      else if (handler instanceof HolderHandler && handler.kind !== 'slow') {
        this.chain(map, handler.holder, false);
        if (handler.kind === 'field') known = this.field(handler.holder!.hiddenClass, key, handler.holder);
      }
    }
    return known;
  }

  private store(slot: number, key: NamedKey): void {
    for (const [map, handler] of this.mapsOf(slot)) {
      this.receiver(map, false);
      if (handler instanceof TransitionHandler) {
        const { next } = handler;
        this.dependencies.add(this.code, next, 'transition');
        this.receiver(next, false);
        this.representation(next, next.propertyCount - 1);
      } else this.representation(map, map.lookup(key));
    }
  }

  /** Maglev looks at a hidden class once, and counts on its objects to keep it. Both do where the object is known. */
  private receiver(map: HiddenClass, isConstant: boolean): void {
    if (map.isStable && (isConstant || this.code.tier === 'maglev'))
      this.dependencies.add(this.code, map, 'prototypeCheck');
  }

  /** The hidden classes from a receiver's prototype to `holder`, or to the end. V8: DependOnStablePrototypeChains. */
  private chain(map: HiddenClass, holder: JSObject | undefined, withItself: boolean): void {
    if (withItself) this.dependencies.add(this.code, map, 'prototypeCheck');
    for (let object = map.prototype; object !== null; object = object.hiddenClass.prototype) {
      this.dependencies.add(this.code, object.hiddenClass, 'prototypeCheck');
      if (object === holder) return;
    }
  }

  /** A field that is read; its value where it is constant and the object is known. */
  private field(map: HiddenClass, key: NamedKey, holder: JSObject | undefined): JSObject | undefined {
    const row = map.isDictionary ? -1 : map.lookup(key);
    if (row < 0 || detailsKind(map.detailsAt(row)) !== PropertyKind.data) return undefined;
    this.representation(map, row);
    if (detailsIsMutable(map.detailsAt(row))) return undefined;
    this.dependencies.add(this.code, ownerOf(map, row), 'fieldConst', row);
    const value = holder?.properties[map.detailsAt(row) >> 9];
    return value instanceof JSObject ? value : undefined;
  }

  private representation(map: HiddenClass, row: number): void {
    if (row < 0 || map.isDictionary || detailsKind(map.detailsAt(row)) !== PropertyKind.data) return;
    const representation = detailsRepresentation(map.detailsAt(row));
    if (representation === Representation.tagged) return;
    const owner = ownerOf(map, row);
    if (representation === Representation.heapObject && map.fieldTypeAt(row) !== 'any')
      this.dependencies.add(this.code, owner, 'fieldType', row);
    this.dependencies.add(this.code, owner, 'fieldRepresentation', row);
  }

  private elements(slot: number, isLoad: boolean): void {
    const { realm } = this.isolate;
    for (const [map] of this.mapsOf(slot)) {
      this.receiver(map, false);
      if (map.instanceType === 'typed array')
        this.dependencies.add(this.code, realm.arrayBufferDetachingProtector, 'propertyCell');
      else if (isLoad && (map.elementsKind & 1) === 1)
        this.dependencies.add(this.code, realm.noElementsProtector, 'propertyCell');
    }
  }

  private construct(target: unknown): void {
    if (!(target instanceof JSObject) || target instanceof FeedbackCell) return;
    const { internal } = target;
    if (!(internal instanceof FunctionData) || internal.shared === undefined) return;
    if (internal.initialHiddenClass instanceof HiddenClass)
      this.dependencies.add(this.code, internal.initialHiddenClass, 'initialMap');
  }

  private mapsOf(slot: number): readonly (readonly [HiddenClass, unknown])[] {
    const { feedback } = this.compiled;
    const first = feedback[slot];
    const second = feedback[slot + 1];
    if (first === undefined || first === megamorphic) return [];
    if (first instanceof HiddenClass) return [[first, second]];
    const pairs = first instanceof Array ? first : second instanceof Array ? second : [];
    const maps: [HiddenClass, unknown][] = [];
    for (let i = 0; i < pairs.length; i += 2)
      if (pairs[i] instanceof HiddenClass) maps.push([pairs[i] as HiddenClass, pairs[i + 1]]);
    return maps;
  }
}

/** The first of the tree in which the field is. V8: Map::FindFieldOwner. */
function ownerOf(map: HiddenClass, row: number): HiddenClass {
  let owner = map;
  while (owner.parent !== undefined && owner.parent.propertyCount > row) owner = owner.parent;
  return owner;
}

/** That of the script that the function is in. */
function scriptContext(context: Context | undefined): Context | undefined {
  let each = context;
  while (each !== undefined && each.slotStates === undefined) each = each.previous;
  return each;
}
