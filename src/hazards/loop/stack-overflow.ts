/**
 * Recursion without an end. The run says that the stack overflowed, and which frames repeat; the text alone says so where every
 * path through a function calls it again. There is no fix: only the author knows the base case.
 *
 * V8: StackGuard, Isolate::StackOverflow; --stack-size.
 */
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { counted, grouped, inlineCode, quoted, times } from '../hover-text.ts';
import { endOfToken } from '../shape-table.ts';
import type { OverflowEvidence } from './loop-evidence.ts';
import { endlessRecursions } from './endless-recursion.ts';

interface Recursion {
  readonly program: AnalyzedProgram;
  /** Names of the functions that call each other, from the first to the one that calls it again. */
  readonly names: readonly string[];
  /** Undefined where only the text speaks. */
  readonly overflow: OverflowEvidence | undefined;
}

export const stackOverflowHazard = defineHazard<Recursion>({
  id: 'stack-overflow',
  title: 'Recursion without a base case',
  docs: `Each call keeps its frame until it returns. A function that calls itself on every path never returns: V8's stack, about
1 MB (\`--stack-size\` is 984 KB), is full after some ten thousand calls, and a RangeError is thrown: Maximum call stack size
exceeded. How deep it gets depends on the size of the frames: with few variables about 8,000 to 12,000 calls (Node 24), in optimised
code more. V8 has no proper tail calls: \`return f(n - 1)\` keeps its frame too. A base case in front of the call, or a loop with a list
of what is left to do, ends it.`,
  examples: {
    bad: [
      {
        source: `function countDown(n) {
  console.log(n);
  return countDown(n - 1);
}
countDown(3);`,
      },
      {
        source: `function isEven(n) {
  return n === 0 || isOdd(n - 1);
}
function isOdd(n) {
  return n === 0 ? false : isEven(n - 1);
}
try {
  console.log(isEven(0.5));
} catch (error) {
  console.log(error.message);
}`,
      },
      { source: 'class Box {\n  get size() {\n    return this.size;\n  }\n}\nconsole.log(new Box().size);' },
    ],
    good: [
      {
        source: `function sum(n) {
  if (n === 0) return 0;
  return n + sum(n - 1);
}
console.log(sum(100));`,
      },
      {
        source: `function visit(node) {
  for (const child of node.children) visit(child);
}
visit({ children: [{ children: [] }] });`,
      },
      {
        source: `let left = 3;
function next() {
  left--;
  setTimeout(() => left > 0 && next(), 0);
}
next();`,
      },
    ],
  },
  *detect(program, evidence) {
    const told = new Set<number>();
    for (const overflow of evidence?.loop.overflows ?? []) {
      const closing = overflow.cycle.findLast(({ position }) => position >= 0);
      if (closing === undefined) continue;
      for (const { functionEnd } of overflow.cycle) told.add(functionEnd);
      yield {
        start: closing.position,
        end: endOfToken(program, closing.position),
        happened: { count: overflow.depth, firstEvent: overflow.firstEvent },
        data: { program, names: overflow.cycle.map(({ name }) => name), overflow },
      };
    }
    for (const { start, end, name, functionEnd } of endlessRecursions(program)) {
      if (told.has(functionEnd)) continue;
      const count = evidence?.calls.get(functionEnd) ?? (evidence === undefined ? -1 : 0);
      // It ran and came back: something that the text does not show ends it.
      if (count > 0) continue;
      yield { start, end, data: { program, names: [name], overflow: undefined } };
    }
  },
  judge: ({ overflow }) => ({ kind: 'finding', severity: overflow === undefined ? 'hint' : 'warning' }),
  message({ names, overflow }) {
    const [first = ''] = names;
    if (overflow === undefined)
      return `Every path through ${quoted(first)} calls it again: the stack would overflow. Return before the call in some case.`;
    const way = names.length === 1 ? `${quoted(shown(first))} called itself` : `${wayOf(names)} called each other`;
    return `${way} until the stack was full, after ${grouped(overflow.depth)} frames. Return before this call in some case, or use a loop.`;
  },
  hover: ({ program, names, overflow }) => ({
    verdict: overflow === undefined ? 'A call of itself on every path.' : 'The recursion has no end.',
    run:
      overflow === undefined
        ? 'it was not reached.'
        : `the stack overflowed ${times(overflow.count)}, with ${counted(overflow.depth, 'frame')} on it; ${counted(overflow.cycle.length, 'frame')} ${overflow.cycle.length === 1 ? 'repeats' : 'repeat'}.`,
    ...(overflow !== undefined && { table: cycleTable(program, overflow) }),
    cost: 'a RangeError as soon as about 1 MB of frames is full; nothing of the frames is freed before.',
    free: 'recursion that ends: a call has the same price at any depth.',
    instead: 'a base case that every chain of calls reaches, or a loop over a list of what is left to do.',
    code: `const left = [root];\nwhile (left.length > 0) {\n  const each = left.pop();\n  // … left.push(what ${shown(names[0] ?? '')} would be called with)\n}`,
  }),
  related: ({ program, overflow }) =>
    (overflow?.cycle ?? [])
      .filter(({ position }) => position >= 0)
      .slice(0, -1)
      .map(({ name, position }) => ({
        start: position,
        end: endOfToken(program, position),
        message: `${inlineCode(shown(name))} calls on here`,
      })),
});

function shown(name: string): string {
  return name === '' ? 'anonymous function' : name;
}

function wayOf(names: readonly string[]): string {
  const few = names.slice(0, 3).map((name) => quoted(shown(name)));
  return names.length > 3 ? `${few.join(', ')} and ${names.length - 3} more` : few.join(' and ');
}

function cycleTable(program: AnalyzedProgram, { cycle }: OverflowEvidence): string {
  const rows = cycle.slice(0, 8).map(({ name, position }) => {
    const line = position < 0 ? 'in another file' : `line ${program.lineOf(position)}`;
    return `| ${inlineCode(shown(name)).replaceAll('|', '\\|')} | ${line} |`;
  });
  return ['| frame | calls the next in |', '| --- | --- |', ...rows].join('\n');
}
