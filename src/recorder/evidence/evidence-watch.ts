/**
 * Notes what the engine learns in a recorded run, per place of the main file. Equal things of one place are counted: a
 * program that never stops changing costs no more than its text has places.
 */
import {
  bytecodeNameAt,
  type Deoptimization,
  deoptimizationText,
  type DictionaryReason,
  type EngineWatcher,
  type FeedbackCell,
  type FeedbackVector,
  FunctionData,
  functionName,
  type FunctionTiering,
  type HiddenClass,
  type IcState,
  type IcTransition,
  type IcType,
  type Isolate,
  JSObject,
  keyToDisplay,
  type MapListener,
  type NamedKey,
  type Scope,
  type SharedFunctionInfo,
  type TieringObserver,
  type Value,
  elementsKindNames,
  representationNames,
} from '../../engine/index.ts';
import { programFrame, sourceOffsetOf } from '../../host/source-position.ts';
import type { LogBuilder } from '../log/log-builder.ts';
import type {
  Birth,
  Callee,
  ChangeKind,
  DeoptimizationEvidence,
  ChangeEvidence,
  FeedbackStep,
  NormalizationEvidence,
} from './engine-evidence.ts';
import { MemoryWatch } from './memory-watch.ts';
import { operandText } from './operand-text.ts';
import { PromiseWatch } from './promise-watch.ts';

type Counted<Evidence> = { -readonly [Key in keyof Evidence]: Evidence[Key] };

/** What came by at one feedback slot of a function's code. */
export interface NotedSite {
  readonly shapes: Map<HiddenClass, number>;
  readonly names: Set<string>;
  readonly modifiers: Set<string>;
  readonly steps: FeedbackStep[];
  shapeCount: number;
  nameCount: number;
  misses: number;
  megamorphicSince: number;
}

/** Where the program's own code is, if it is the main file's. */
interface Place {
  readonly position: number;
  readonly functionEnd: number;
  readonly instruction: string;
}

const elsewhere: Place = { position: -1, functionEnd: -1, instruction: '' };
/** Of a site so many are told apart; the rest is counted. */
const mostMet = 16;
const mostBirths = 100_000;

export class EvidenceWatch implements EngineWatcher, TieringObserver {
  readonly isolate: Isolate;
  private readonly log: LogBuilder;
  /** Cells of the main file's functions. */
  readonly functions = new Map<SharedFunctionInfo, FeedbackCell[]>();
  /** Of those. */
  private readonly scopes = new Set<Scope>();
  readonly sites = new Map<SharedFunctionInfo, Map<number, NotedSite>>();
  readonly callees = new Map<SharedFunctionInfo, Map<number, Callee[]>>();
  /** By place and what they serve: several places of a function may share one slot. */
  readonly caches = new Map<string, { readonly position: number; readonly type: IcType; state: IcState }>();
  /** As --log-maps tells them: where, and V8's reason. */
  readonly normalizations = new Map<string, NormalizationEvidence>();
  readonly births = new Map<HiddenClass, Birth>();
  readonly changes = new Map<string, Counted<ChangeEvidence> & { map: HiddenClass | undefined }>();
  readonly deoptimizations = new Map<string, Counted<DeoptimizationEvidence>>();
  readonly promises: PromiseWatch;
  readonly memory: MemoryWatch;

  constructor(isolate: Isolate, log: LogBuilder) {
    this.isolate = isolate;
    this.log = log;
    this.promises = new PromiseWatch(isolate, () => this.now());
    this.memory = new MemoryWatch(
      isolate,
      () => this.now(),
      (scope) => this.scopes.has(scope),
    );
    isolate.watcher = this;
    isolate.tiering.observer = this;
    isolate.mapListeners.add(this.mapListener());
  }

  functionPrepared(shared: SharedFunctionInfo, cell: FeedbackCell): void {
    if (shared.script.kind !== 'main') return;
    this.scopes.add(shared.literal.scope);
    const cells = this.functions.get(shared);
    if (cells === undefined) this.functions.set(shared, [cell]);
    else cells.push(cell);
  }

  icTransition({ type, vector, slot, from, to, hiddenClass, key, modifier }: IcTransition): void {
    if (vector.shared.script.kind !== 'main') return;
    const site = this.siteOf(vector.shared, slot);
    const { position } = this.place();
    const cache = this.caches.get(`${position} ${type}`);
    if (cache === undefined) this.caches.set(`${position} ${type}`, { position, type, state: to });
    else cache.state = to;
    const event = this.now();
    site.misses++;
    if (hiddenClass !== undefined && !site.shapes.has(hiddenClass)) {
      site.shapeCount++;
      if (site.shapes.size < mostMet) site.shapes.set(hiddenClass, event);
    }
    const name = keyToDisplay(key);
    if (!site.names.has(name)) {
      site.nameCount++;
      if (site.names.size < mostMet) site.names.add(name);
    }
    if (modifier !== '') site.modifiers.add(modifier);
    if (to === 'MEGAMORPHIC' && from !== 'MEGAMORPHIC' && site.megamorphicSince < 0) site.megamorphicSince = event;
  }

  calleeMet(shared: SharedFunctionInfo, slot: number, callee: Value): void {
    if (shared.script.kind !== 'main' || !(callee instanceof JSObject)) return;
    const { internal } = callee;
    const text = internal instanceof FunctionData ? internal.shared : undefined;
    let ofFunction = this.callees.get(shared);
    if (ofFunction === undefined) this.callees.set(shared, (ofFunction = new Map()));
    const met = { name: functionName(callee), start: text?.script.kind === 'main' ? text.start : -1 };
    const known = ofFunction.get(slot);
    if (known === undefined) ofFunction.set(slot, [met]);
    else if (known.length < mostMet) known.push(met);
  }

  promiseChanged(promise: JSObject, change: 'created' | 'settled' | 'handled'): void {
    this.promises.changed(promise, change);
  }

  operatorWidened(vector: FeedbackVector, slot: number, left: Value, right: Value): void {
    if (!vector.isAllocated || vector.shared.script.kind !== 'main') return;
    const { steps } = this.siteOf(vector.shared, slot);
    if (steps.length === mostMet) return;
    const { smiBits } = this.isolate.profile;
    steps.push({
      state: vector.state(slot),
      left: operandText(left, smiBits),
      right: operandText(right, smiBits),
      event: this.now(),
    });
  }

  dictionaryMade(reason: DictionaryReason, key: NamedKey): void {
    // Tables have as many names as there are words: those are not told apart.
    this.changed('dictionary', reason === 'accessor' ? keyToDisplay(key) : '', reason, '', undefined);
  }

  created(): void {}
  marked(): void {}
  compiled(): void {}
  baselineCompiled(): void {}

  deoptimized({ isBuiltin }: FunctionTiering, deoptimization: Deoptimization): void {
    const { kind, code, sites, cause } = deoptimization;
    const { shared } = code.outermost;
    if (isBuiltin || shared.script.kind !== 'main') return;
    const reason = deoptimizationText(deoptimization, this.isolate.profile);
    const position = offsetIn(sites[0]);
    const causePosition = offsetIn(cause);
    const key = `${kind} ${reason} ${code.tier} ${shared.end} ${position} ${causePosition}`;
    const known = this.deoptimizations.get(key);
    if (known !== undefined) {
      known.count++;
      return;
    }
    this.deoptimizations.set(key, {
      kind,
      reason,
      tier: code.tier,
      functionName: shared.name,
      functionEnd: shared.end,
      position,
      causePosition,
      firstEvent: this.now(),
      count: 1,
    });
  }

  private mapListener(): Partial<MapListener> {
    return {
      mapEvent: (event, _from, _to, reason) => {
        if (event !== 'Normalize' && event !== 'NormalizeCached') return;
        const { position } = this.place();
        this.normalizations.set(`${position} ${reason}`, { position, reason });
      },
      mapCreated: (map) => {
        if (this.births.size < mostBirths) this.births.set(map, { ...this.place(), event: this.now() });
      },
      fieldGeneralized: (owner, row, change) => {
        const { oldRepresentation, newRepresentation, wasMutable, isMutable, oldType, newType } = change;
        const key = keyToDisplay(owner.keyAt(row));
        if (oldRepresentation !== newRepresentation)
          this.representationChanged(owner, key, oldRepresentation, newRepresentation);
        else if (oldType !== newType && oldType !== 'none') this.changed('fieldType', key, '', '', owner);
        if (isMutable && !wasMutable) this.changed('constness', key, 'const', 'mutable', owner);
      },
      fieldReplaced: (map, row, { oldRepresentation, newRepresentation }) =>
        this.representationChanged(map, keyToDisplay(map.keyAt(row)), oldRepresentation, newRepresentation),
      elementsTransitioned: (object, to) => {
        const from = object.hiddenClass.elementsKind;
        if (from === to) return;
        const { hiddenClass } = object;
        const names = [elementsKindNames[from] ?? '', elementsKindNames[to] ?? ''] as const;
        const count = hiddenClass.instanceType === 'array' ? object.length : object.elements.length;
        this.changed('elements', '', ...names, hiddenClass, count);
      },
      prototypeChanged: (map) => this.changed('prototype', '', '', '', map),
      initialMapChanged: (map) => this.changed('initialMap', '', '', '', map),
      propertyCellChanged: ({ cellType }) => this.changed('cell', '', '', cellType ?? '', undefined),
    };
  }

  private representationChanged(map: HiddenClass, key: string, from: number, to: number): void {
    // The first value of a field that had none yet is no change.
    if (representationNames[from] === 'None') return;
    this.changed('representation', key, representationNames[from] ?? '', representationNames[to] ?? '', map);
  }

  private changed(
    kind: ChangeKind,
    property: string,
    from: string,
    to: string,
    map: HiddenClass | undefined,
    elements = 0,
  ): void {
    const { position, functionEnd } = this.place();
    if (position < 0) return;
    const key = `${kind} ${property} ${from} ${to} ${position} ${functionEnd}`;
    const known = this.changes.get(key);
    if (known !== undefined) {
      known.count++;
      known.elements = Math.max(known.elements, elements);
      return;
    }
    const firstEvent = this.now();
    this.changes.set(key, {
      elements,
      kind,
      position,
      functionEnd,
      key: property,
      from,
      to,
      shape: 0,
      map,
      firstEvent,
      count: 1,
    });
  }

  private siteOf(shared: SharedFunctionInfo, slot: number): NotedSite {
    let ofFunction = this.sites.get(shared);
    if (ofFunction === undefined) this.sites.set(shared, (ofFunction = new Map()));
    let site = ofFunction.get(slot);
    if (site === undefined) {
      site = {
        shapes: new Map(),
        names: new Set(),
        modifiers: new Set(),
        steps: [],
        shapeCount: 0,
        nameCount: 0,
        misses: 0,
        megamorphicSince: -1,
      };
      ofFunction.set(slot, site);
    }
    return site;
  }

  private place(): Place {
    const frame = programFrame(this.isolate);
    if (frame === undefined || frame.shared.script.kind !== 'main') return elsewhere;
    return {
      position: sourceOffsetOf(frame),
      functionEnd: frame.shared.end,
      instruction: frame.pc < 0 ? '' : bytecodeNameAt(frame),
    };
  }

  /** The event that was logged last. */
  private now(): number {
    return this.log.length - 1;
  }
}

function offsetIn(site: { readonly shared: SharedFunctionInfo; readonly offset: number } | undefined): number {
  return site?.shared.script.kind === 'main' ? site.offset : -1;
}
