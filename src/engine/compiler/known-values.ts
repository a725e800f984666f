/**
 * What Maglev knows of the values in a function's registers while it builds its graph: types that were checked, hidden classes
 * that were checked, constants. A check of what is known already is left out. V8: src/maglev/maglev-interpreter-frame-state.h
 * (KnownNodeAspects), maglev-ir.h (NodeType).
 *
 * Simplified: alternative representations of a value are not told apart: an int32 is a small integer.
 */
import type { HiddenClass } from '../objects/hidden-class.ts';
import type { JSObject } from '../objects/js-object.ts';

/** Types that a value may still have, as bits. */
export const ValueType = {
  smi: 1,
  number: 3,
  boolean: 4,
  nullish: 8,
  oddball: 12,
  internalizedString: 16,
  string: 48,
  symbol: 64,
  bigInt: 128,
  receiver: 256,
  any: 511,
} as const;

/** A value of the graph: the same in all registers that it was copied to. */
export class GraphValue {
  readonly constant: JSObject | number | undefined;

  constructor(constant?: JSObject | number) {
    this.constant = constant;
  }
}

export interface ValueFacts {
  readonly type: number;
  /** One of these hidden classes was found. */
  readonly maps: ReadonlySet<HiddenClass> | undefined;
}

const unknown: ValueFacts = { type: ValueType.any, maps: undefined };

/** At one place of the code: what the registers hold, and what is known of that. */
export class KnownValues {
  private readonly registers: Map<number, GraphValue>;
  private readonly facts: Map<GraphValue, ValueFacts>;

  constructor(registers = new Map<number, GraphValue>(), facts = new Map<GraphValue, ValueFacts>()) {
    this.registers = registers;
    this.facts = facts;
  }

  copy(): KnownValues {
    return new KnownValues(new Map(this.registers), new Map(this.facts));
  }

  /** Of a function that is inlined: other registers, the same knowledge. */
  inCallee(): KnownValues {
    return new KnownValues(new Map(), this.facts);
  }

  get(register: number): GraphValue {
    let value = this.registers.get(register);
    if (value === undefined) this.registers.set(register, (value = new GraphValue()));
    return value;
  }

  set(register: number, value: GraphValue): void {
    this.registers.set(register, value);
  }

  of(value: GraphValue): ValueFacts {
    return this.facts.get(value) ?? unknown;
  }

  learn(value: GraphValue, type: number, maps?: ReadonlySet<HiddenClass>): void {
    this.facts.set(value, { type, maps });
  }

  newValue(type: number, maps?: ReadonlySet<HiddenClass>, constant?: JSObject | number): GraphValue {
    const value = new GraphValue(constant);
    if (type !== ValueType.any || maps !== undefined) this.learn(value, type, maps);
    return value;
  }

  /** True: a check is needed for the value to have one of these types, and afterwards it has. */
  checkType(value: GraphValue, type: number): boolean {
    const known = this.of(value);
    if ((known.type & ~type) === 0) return false;
    this.learn(value, known.type & type, known.maps);
    return true;
  }

  /** The same for hidden classes. Of a constant a stable one is counted on instead. */
  checkMaps(value: GraphValue, maps: readonly HiddenClass[]): boolean {
    const known = this.of(value);
    if (known.maps !== undefined && [...known.maps].every((map) => maps.includes(map))) return false;
    const own = typeof value.constant === 'object' ? value.constant.hiddenClass : undefined;
    if (own?.isStable === true && maps.includes(own)) return false;
    this.learn(value, ValueType.receiver, new Set(maps.filter((map) => known.maps?.has(map) ?? true)));
    return true;
  }

  /** Something ran that may have changed objects. V8: ClearUnstableNodeAspects. */
  forgetUnstable(): void {
    for (const [value, { type, maps }] of this.facts)
      if (maps !== undefined && ![...maps].every((map) => map.isStable))
        this.facts.set(value, { type, maps: undefined });
  }

  /** Where control flow comes together: what differs is something new. */
  static merge(all: readonly KnownValues[]): KnownValues {
    const [first, ...others] = all as [KnownValues, ...KnownValues[]];
    if (others.length === 0) return first.copy();
    const merged = new KnownValues();
    for (const [register, value] of first.registers) {
      const isSame = others.every((other) => other.registers.get(register) === value);
      merged.registers.set(register, isSame ? value : new GraphValue());
      const facts = all.map((each) => each.of(each.registers.get(register) ?? value));
      const maps = facts.map((each) => each.maps);
      merged.learn(
        merged.registers.get(register)!,
        facts.reduce((types, { type }) => types | type, 0),
        maps.includes(undefined) ? undefined : new Set(maps.flatMap((each) => [...each!])),
      );
    }
    return merged;
  }
}
