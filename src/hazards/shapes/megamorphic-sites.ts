/** Megamorphic accesses that no cause in the making of objects explains, those of one kind of objects together. */
import type { ShapeEvidence, SiteEvidence } from '../../recorder/evidence/engine-evidence.ts';
import type { AnalyzedProgram, NodeOf } from '../analyzed-program.ts';
import type { HazardEvidence } from '../evidence.ts';
import { timesRun } from '../heat.ts';
import { walk } from '../../engine/index.ts';
import { shapeCauses } from './causes.ts';

export interface MegamorphicGroup {
  /** The one that ran most often. */
  readonly hottest: SiteEvidence;
  readonly ran: number;
  readonly sites: readonly SiteEvidence[];
  /** The class that all those come from whose instances are met; undefined where there is none. */
  readonly base: NodeOf<'ClassDeclaration' | 'ClassExpression'> | undefined;
}

type ClassNode = NodeOf<'ClassDeclaration' | 'ClassExpression'>;

export function megamorphicGroups(program: AnalyzedProgram, evidence: HazardEvidence): readonly MegamorphicGroup[] {
  return program.once(findGroups, evidence);
}

/** Below, nobody could tell the difference. */
const worthTelling = 50;

/** Two accesses that share half of their shapes have the same trouble. */
function findGroups(program: AnalyzedProgram, evidence: HazardEvidence): readonly MegamorphicGroup[] {
  const groups: { shapes: Set<number>; sites: { site: SiteEvidence; ran: number }[] }[] = [];
  for (const site of shapeCauses(program, evidence).unexplained) {
    if (site.key === '') continue;
    const numbers = site.shapes.map(({ number }) => number);
    const ran = timesRun(program, evidence, site.position);
    const known = groups.find(
      ({ shapes }) => numbers.filter((number) => shapes.has(number)).length * 2 >= numbers.length,
    );
    if (known === undefined) groups.push({ shapes: new Set(numbers), sites: [{ site, ran }] });
    else {
      known.sites.push({ site, ran });
      for (const number of numbers) known.shapes.add(number);
    }
  }
  return groups
    .filter(({ sites }) => sites.some(({ ran }) => ran >= worthTelling))
    .map(({ sites }) => {
      const [hottest] = sites.toSorted((one, other) => other.ran - one.ran);
      return {
        hottest: hottest!.site,
        ran: hottest!.ran,
        sites: sites.map(({ site }) => site),
        base: baseOf(program, evidence, hottest!.site),
      };
    });
}

function baseOf(program: AnalyzedProgram, { engine }: HazardEvidence, { shapes }: SiteEvidence): ClassNode | undefined {
  const known = shapes.flatMap(({ number }) => engine.shapes.get(number) ?? []);
  const lines = known.map((shape) => ancestryOf(program, shape));
  return lines[0]?.findLast((node) => lines.every((line) => line.includes(node)));
}

/** The classes of the file that an object is an instance of, its own last. */
function ancestryOf(program: AnalyzedProgram, { creatorEnd }: ShapeEvidence): readonly ClassNode[] {
  const classes = program.once(classesIn, undefined);
  const line: ClassNode[] = [];
  let node = classes.byEnd.get(creatorEnd);
  while (node !== undefined && !line.includes(node)) {
    line.unshift(node);
    node = node.superClass?.type === 'Identifier' ? classes.byName.get(node.superClass.name) : undefined;
  }
  return line;
}

function classesIn(program: AnalyzedProgram): { byEnd: Map<number, ClassNode>; byName: Map<string, ClassNode> } {
  const byEnd = new Map<number, ClassNode>();
  const byName = new Map<string, ClassNode>();
  walk(program.root, (node) => {
    if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return;
    byEnd.set(node.end, node);
    for (const member of node.body.body) {
      if (member.type === 'MethodDefinition' && member.kind === 'constructor') byEnd.set(member.value.end, node);
    }
    if (node.id) byName.set(node.id.name, node);
  });
  return { byEnd, byName };
}
