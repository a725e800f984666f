/**
 * Whether V8 confirms a finding: per hazard what it has to show, asked of its own log, of its natives and of its counts. Undefined
 * means that it does; a text says what is otherwise.
 */
import { type AnyNode, icStates, type IcType } from '../../src/engine/index.ts';
import { type AnalyzedProgram, type NodeOf } from '../../src/hazards/analyzed-program.ts';
import { elementAccessAt } from '../../src/hazards/elements/element-places.ts';
import { functionToken } from '../../src/hazards/functions/function-places.ts';
import { operatorsIn } from '../../src/hazards/functions/operator-places.ts';
import { tokenAt } from '../../src/hazards/shapes/places.ts';
import type {
  DeoptimizationEvidence,
  EngineEvidence,
  SiteEvidence,
} from '../../src/recorder/evidence/engine-evidence.ts';
import type { Finding } from '../../src/protocol/findings.ts';
import type { ObjectState, Passing, Probe } from './probes.ts';
import type { RealRun } from './real-run.ts';

export interface Asked {
  readonly finding: Finding;
  readonly program: AnalyzedProgram;
  readonly engine: EngineEvidence;
}

export interface Answered extends Asked {
  readonly real: RealRun;
  /** Of this finding's probe. */
  readonly passings: readonly Passing[];
  readonly vectors: readonly (readonly string[])[];
}

export interface Confirmer {
  /** What is asked, in V8's words. */
  readonly by: string;
  probe?(asked: Asked): Probe | undefined;
  objection(answered: Answered): string | undefined;
}

const shapes: Confirmer = {
  by: '--log-ic',
  objection: (answered) => cachesObjection(answered, sitesOfShapes(answered)),
};

const dependencies: Confirmer = {
  by: '--log-deopt',
  objection: (answered) =>
    deoptimizationsObjection(
      answered,
      answered.engine.deoptimizations.filter(
        ({ kind, causePosition }) =>
          kind === 'dependency' && causePosition >= 0 && isAt(answered, tokenAt(answered.program, causePosition)),
      ),
    ),
};

const normalization: Confirmer = {
  by: '--log-maps',
  objection({ finding, program, real }) {
    const node = program.pathAt(finding.start).findLast(({ type }) => /^(Assignment|Unary|Call|Object)Exp/.test(type));
    const [start, end] = node === undefined ? [finding.start, finding.end] : [node.start, node.end];
    const found = [...real.normalizations].some(([offset]) => start <= offset && offset < end);
    return found ? undefined : 'no object is normalised there';
  },
};

const runs: Confirmer = {
  by: 'coverage',
  objection({ finding, real }) {
    const count = real.countAt(finding.start);
    return count === finding.count ? undefined : `ran ${count} times`;
  },
};

/** By hazard. What the others tell of is no matter of V8's: queues, timers and promises. */
export const confirmers: Readonly<Record<string, Confirmer>> = {
  'late-property': shapes,
  'conditional-property': shapes,
  'property-order': shapes,
  'object-origin': shapes,
  'class-hierarchy': shapes,
  'frozen-mixed': shapes,
  'set-prototype-of': shapes,
  'megamorphic-access': shapes,
  'polymorphic-return': shapes,
  'keyed-names': {
    by: '--log-ic',
    objection(answered) {
      const { engine, program, real } = answered;
      const sites = engine.sites.filter(
        ({ kind, state, position }) =>
          /Keyed/.test(kind) && state === 'MEGAMORPHIC' && isAt(answered, tokenAt(program, position)),
      );
      const names = new Set(sites.flatMap(({ position }) => (real.caches.get(position) ?? []).map(({ key }) => key)));
      return cachesObjection(answered, sites) ?? (names.size < 2 ? `met ${names.size} names` : undefined);
    },
  },
  'object-as-table': {
    by: '--log-maps, --log-ic',
    objection(answered) {
      const { engine, program } = answered;
      const isDictionary = engine.changes.some(
        ({ kind, from, position }) =>
          kind === 'dictionary' && from === 'tooMany' && isAt(answered, tokenAt(program, position)),
      );
      return isDictionary ? normalization.objection(answered) : shapes.objection(answered);
    },
  },
  'accessor-redefinition': normalization,
  delete: normalization,
  'broken-constant': dependencies,
  'prototype-changed': dependencies,
  'field-representation': dependencies,
  'deopt-loop': {
    by: '--log-deopt',
    objection: (answered) =>
      deoptimizationsObjection(
        answered,
        answered.engine.deoptimizations.filter(
          ({ kind, functionEnd }) =>
            kind !== 'lazy' && isAt(answered, functionToken(answered.program, { end: functionEnd })),
        ),
      ),
  },
  arithmetic: {
    by: '--log-deopt',
    objection(answered) {
      const { engine, program } = answered;
      const places = operatorsIn(program, engine.sites).filter((place) => isAt(answered, place));
      const left = engine.deoptimizations.filter((each) => places.some(({ site }) => site.position === each.position));
      return deoptimizationsObjection(answered, left);
    },
  },
  'out-of-bounds': {
    by: '--log-ic, --log-deopt',
    objection(answered) {
      const { finding, engine, real } = answered;
      const met = real.caches.get(finding.start)?.some(({ modifier }) => modifier.includes('OOB'));
      if (!met) return 'no access beyond the end';
      const left = engine.deoptimizations.filter(
        ({ position, reason }) => position === finding.start && reason === 'out of bounds',
      );
      return left.length === 0 ? undefined : deoptimizationsObjection(answered, left);
    },
  },
  'megamorphic-call': {
    by: '%DebugPrint',
    probe: functionProbe,
    objection({ finding, engine, program, vectors }) {
      const site = engine.sites.find(
        ({ kind, position }) => kind === 'Call' && tokenAt(program, position).start === finding.start,
      );
      const ours = callStates(
        engine.sites
          .filter(({ functionEnd }) => functionEnd === site?.functionEnd)
          .map(({ kind, state }) => `${kind} ${state}`),
      );
      const theirs = vectors.map(callStates);
      // The calls of the probes themselves are monomorphic.
      const others = (states: string): string => states.replaceAll('M', '');
      return theirs.some((each) => others(each) === others(ours) && each.length >= ours.length)
        ? undefined
        : `calls ${theirs.join(' or ')} instead of ${ours}`;
    },
  },
  'holey-array': {
    by: '%HasHoleyElements',
    probe: ({ program, finding }) =>
      isByLength(program, finding) ? valueProbe(madeAt(program, finding)) : writeProbe(program, finding),
    objection: ({ program, finding, passings }) =>
      isByLength(program, finding)
        ? eachPassing(passings, (_, after) => after.holey, 'is holey')
        : somePassing(passings, (before, after) => !before.holey && after.holey, 'becomes holey'),
  },
  'mixed-elements': {
    by: '%HasDoubleElements',
    probe: ({ program, finding }) => writeProbe(program, finding),
    objection: ({ passings }) =>
      somePassing(passings, (before, after) => before.doubles && !after.doubles, 'gives up its doubles'),
  },
  'dictionary-elements': {
    by: '%HasDictionaryElements',
    probe: ({ program, finding }) => writeProbe(program, finding),
    objection: ({ passings }) =>
      somePassing(passings, (before, after) => !before.dictionary && after.dictionary, 'becomes a dictionary'),
  },
  'for-in': {
    by: '%HasFastProperties',
    probe: ({ program, finding }) => valueProbe(loopAt(program, finding)?.right),
    objection({ passings, finding: { message } }) {
      const isSlow = ({ fast, inherited, indices }: ObjectState): boolean =>
        message.includes('dictionary') ? !fast : message.includes('prototype') ? inherited : indices;
      if (message.includes('a string'))
        return passings.some(({ before }) => typeof before === 'string') ? undefined : 'only over objects';
      return somePassing(passings, isSlow, 'is slow to go over');
    },
  },
  'for-in-array': {
    by: '%HasFastProperties',
    probe: ({ program, finding }) => valueProbe(loopAt(program, finding)?.right),
    objection: ({ passings }) => somePassing(passings, ({ array }) => array, 'is an array'),
  },
  arguments: runs,
  'arguments-copy': runs,
};

function isAt({ finding }: Asked, { start }: { readonly start: number }): boolean {
  return finding.start === start;
}

/** Accesses that the finding names, or that met several of the shapes of which it speaks. */
function sitesOfShapes({ finding, engine, program }: Asked): readonly SiteEvidence[] {
  const told = new Set(finding.shapes);
  const places = new Set([finding.start, ...finding.related.map(({ start }) => start)]);
  return engine.sites.filter(
    ({ kind, shapes, shapeCount, position }) =>
      Object.hasOwn(icTypes, kind) &&
      shapeCount >= 2 &&
      (places.has(tokenAt(program, position).start) || shapes.filter(({ number }) => told.has(number)).length >= 2),
  );
}

/** By FeedbackSlotKind what --log-ic calls it. */
const icTypes: Readonly<Record<string, IcType>> = {
  LoadProperty: 'LoadIC',
  LoadKeyed: 'KeyedLoadIC',
  HasKeyed: 'KeyedLoadIC',
  SetNamedSloppy: 'StoreIC',
  SetNamedStrict: 'StoreIC',
  SetKeyedSloppy: 'KeyedStoreIC',
  SetKeyedStrict: 'KeyedStoreIC',
};

/**
 * Each ends in V8 in the same state. Places with the same variable and name share a slot: V8 tells the state after the last miss
 * of each place, the slot may have come further.
 */
function cachesObjection({ engine, real, program }: Answered, sites: readonly SiteEvidence[]): string | undefined {
  const objections: string[] = [];
  let told = 0;
  for (const { position, kind, state } of sites) {
    const cache = engine.caches.find((each) => each.position === position && each.type === icTypes[kind]);
    const end = (real.caches.get(position) ?? []).findLast(({ ic }) => ic === icTypes[kind])?.to;
    // One hidden class at one of the places of a slot says nothing about the others.
    if (end === undefined || (end === marks.get('MONOMORPHIC') && cache?.state === 'MONOMORPHIC')) continue;
    told++;
    const claimed = [state, cache?.state].map((each) => marks.get(each ?? '') ?? '');
    if (!claimed.includes(end))
      objections.push(`line ${program.lineOf(position)}: ${icTypes[kind]} ends in ${end} instead of ${claimed[0]}`);
  }
  return told === 0 ? 'V8 tells of none of the accesses' : objections[0];
}

const marks: ReadonlyMap<string, string> = new Map(Object.entries(icStates).map(([state, { mark }]) => [state, mark]));

function deoptimizationsObjection(
  { real, program }: Answered,
  claimed: readonly DeoptimizationEvidence[],
): string | undefined {
  const kinds = { eager: 'deopt-eager', lazy: 'deopt-lazy', dependency: 'dependency-change' } as const;
  const placed = claimed.filter(({ position }) => position >= 0);
  if (placed.length === 0) return 'V8 is not asked for any';
  const missing = placed.find(
    ({ position, kind, reason }) => !real.deoptimizations.get(position)?.includes(`${kinds[kind]}: ${reason}`),
  );
  if (missing === undefined) return undefined;
  const { position, reason } = missing;
  return `no "${reason}" in line ${program.lineOf(position)}: ${real.deoptimizations.get(position)?.join(', ') ?? 'nothing'}`;
}

function callStates(slots: readonly string[]): string {
  return slots
    .filter((slot) => slot.startsWith('Call '))
    .map((slot) => slot.slice('Call '.length)[0])
    .join('');
}

/** Undefined for methods in strict code: nothing there names them, and nothing can stand around them. */
function functionProbe({ program, finding }: Asked): Probe | undefined {
  const path = program.pathAt(finding.start);
  const index = path.findLastIndex(({ type }) => /^(Function|Arrow)/.test(type));
  const code = path[index];
  if (code?.type === 'FunctionDeclaration' && code.id !== null && code.body.type === 'BlockStatement') {
    const directives = code.body.body.filter((node) => 'directive' in node);
    return { kind: 'function', offset: directives.at(-1)?.end ?? code.body.start + 1, self: code.id.name };
  }
  const parent = path[index - 1];
  const isMethod =
    parent?.type === 'MethodDefinition' || (parent?.type === 'Property' && (parent.method || parent.kind !== 'init'));
  return code === undefined || isMethod ? undefined : { kind: 'closure', expression: code };
}

function valueProbe(node: AnyNode | undefined): Probe | undefined {
  return node === undefined ? undefined : { kind: 'object', object: node, until: node };
}

/** Of `object[key] = value` and `object.push(value)` the object, until that is done. */
function writeProbe(program: AnalyzedProgram, { start }: Finding): Probe | undefined {
  const path = program.pathAt(start);
  const call = path.findLast((node) => node.type === 'CallExpression');
  const callee =
    call?.callee.type === 'MemberExpression' && call.callee.property.start === start ? call.callee : undefined;
  const access = callee ?? elementAccessAt(program, start);
  const until =
    callee === undefined ? path.findLast((node) => node.type === 'AssignmentExpression' && node.left === access) : call;
  if (access === undefined || until === undefined || access.object.type === 'Super') return undefined;
  return { kind: 'object', object: access.object, until };
}

function madeAt(program: AnalyzedProgram, { start }: Finding): AnyNode | undefined {
  return program
    .pathAt(start)
    .findLast((node) => /^(New|Call)Expression$/.test(node.type) && 'callee' in node && node.callee.start === start);
}

/** `Array(n)`, not `array[n] = …`. */
function isByLength(program: AnalyzedProgram, finding: Finding): boolean {
  return program.textOf(finding) === 'Array' && madeAt(program, finding) !== undefined;
}

function loopAt(program: AnalyzedProgram, { start }: Finding): NodeOf<'ForInStatement'> | undefined {
  return program.pathAt(start).findLast((node) => node.type === 'ForInStatement');
}

function somePassing(
  passings: readonly Passing[],
  isMeant: (before: ObjectState, after: ObjectState) => boolean,
  what: string,
): string | undefined {
  const found = passings.some(
    ({ before, after }) => typeof before === 'object' && typeof after === 'object' && isMeant(before, after),
  );
  return found ? undefined : `nothing that passes ${what}`;
}

function eachPassing(
  passings: readonly Passing[],
  isMeant: (before: ObjectState, after: ObjectState) => boolean,
  what: string,
): string | undefined {
  const odd = passings.filter(
    ({ before, after }) => typeof before !== 'object' || typeof after !== 'object' || !isMeant(before, after),
  );
  if (passings.length === 0) return 'nothing passes';
  return odd.length === 0 ? undefined : `not all that passes ${what}`;
}
