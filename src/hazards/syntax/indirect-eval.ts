/**
 * Indirect eval and new Function: code from text that cannot see the locals. What it makes runs at full speed; the making
 * itself costs, so it is told of only where it is done over and over.
 *
 * V8: Compiler::GetFunctionFromEval in src/codegen/compiler.cc, CreateDynamicFunction; the compilation cache.
 */
import type { AnyNode } from '../../engine/index.ts';
import { isGlobal } from '../analyzed-program.ts';
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import type { Detection } from '../define-hazard.ts';
import type { HazardEvidence } from '../evidence.ts';
import { severityFor, timesRun } from '../heat.ts';
import { runOr, times } from '../hover-text.ts';

interface Compilation {
  readonly form: 'indirect' | 'newFunction';
}

/** Made once or a few times it is what the two are for. */
const oftenFrom = 100;

export const indirectEvalHazard = defineHazard<Compilation>({
  id: 'indirect-eval',
  title: 'Indirect eval and new Function',
  docs: `\`(0, eval)(text)\` and \`new Function(text)\` compile code that sees globals only. The locals around stay in registers, and
what they make runs as fast as any function (1.0 times, Node 24): made once, they are free. Each call costs, though: 150 to
270 ns where the same text was compiled before, and a whole compilation where the text is new. In a hot function that is
some 180 times the same code written out.`,
  examples: {
    bad: [
      {
        source:
          'function evaluate(text) {\n  return (0, eval)(text);\n}\nlet total = 0;\nfor (let i = 0; i < 1200; i++) total += evaluate("1 + 2");\nconsole.log(total);',
      },
      {
        source:
          'function adder(n) {\n  return new Function("a", "return a + " + (n % 3));\n}\nlet total = 0;\nfor (let i = 0; i < 300; i++) total += adder(i)(1);\nconsole.log(total);',
      },
    ],
    good: [
      { source: 'console.log((0, eval)("1 + 2"), globalThis.eval("3"), eval?.("4"));' },
      {
        source:
          'const add = new Function("a", "b", "return a + b");\nlet total = 0;\nfor (let i = 0; i < 1200; i++) total = add(total, i);\nconsole.log(total);',
      },
    ],
  },
  *detect(program, evidence) {
    for (const { node } of program.all('CallExpression')) {
      const { callee, optional } = node;
      if (callee.type === 'Identifier' && isGlobal(callee)) {
        if (callee.name === 'Function') yield place(program, evidence, callee, 'newFunction');
        if (callee.name === 'eval' && optional) yield place(program, evidence, callee, 'indirect');
      } else if (isIndirect(callee)) yield place(program, evidence, callee, 'indirect');
    }
    for (const { node } of program.all('NewExpression')) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'Function' || !isGlobal(node.callee)) continue;
      yield place(program, evidence, node.callee, 'newFunction');
    }
  },
  judge(_data, { count }) {
    return count < oftenFrom ? { kind: 'free' } : { kind: 'finding', severity: severityFor(count, 'high') };
  },
  message: ({ form }, { count }) =>
    `${form === 'indirect' ? 'Indirect eval' : 'new Function'} compiles at each call, ${times(count)} in this run. Keep what it makes and use it again.`,
  hover: ({ form }, seen) => ({
    verdict: 'What it makes is as fast as any function; making it again and again is not.',
    run: runOr(seen, () => `it compiled ${times(seen.count)}.`),
    cost: '150 to 270 ns for a text that was compiled before, some 180× the same code written out; a new text is parsed and compiled in full (Node 24).',
    free: 'made once and kept; the locals around are not touched.',
    instead: 'make the function outside of the loop, or keep those that were made by their text.',
    code:
      form === 'indirect'
        ? 'const evaluate = new Function("x", "return x + 1"); // once\nfor (const x of list) use(evaluate(x));'
        : 'const made = new Map();\nconst make = (text) => made.get(text) ?? made.set(text, new Function("a", text)).get(text);',
  }),
  freeForm: ({ form }) =>
    form === 'newFunction'
      ? `\`new Function\` compiles code at each call, but ${outOfReach}; the function it makes runs at full speed.`
      : `Indirect eval compiles code at each call (150 to 270 ns for a text that was compiled before), but ${outOfReach}.`,
});

const outOfReach = 'the code cannot see the locals here, so they stay in registers';

function place(
  program: AnalyzedProgram,
  evidence: HazardEvidence | undefined,
  callee: AnyNode,
  form: Compilation['form'],
): Detection<Compilation> {
  const count = evidence === undefined ? 0 : timesRun(program, evidence, callee.start);
  const { start, end } = nameIn(callee);
  return { start, end, happened: { count, firstEvent: -1 }, data: { form } };
}

/** The name itself: the last of a sequence, the property of a member. */
function nameIn(callee: AnyNode): AnyNode {
  if (callee.type === 'MemberExpression') return callee.property;
  return callee.type === 'SequenceExpression' ? callee.expressions.at(-1)! : callee;
}

/** `(0, eval)`, `globalThis.eval` and the like. */
function isIndirect(callee: AnyNode): boolean {
  if (callee.type === 'SequenceExpression') {
    const last = callee.expressions.at(-1);
    return last?.type === 'Identifier' && last.name === 'eval' && isGlobal(last);
  }
  if (callee.type !== 'MemberExpression' || callee.computed) return false;
  const { object, property } = callee;
  const isGlobalObject =
    object.type === 'Identifier' && ['globalThis', 'window', 'global', 'self'].includes(object.name);
  return isGlobalObject && property.type === 'Identifier' && property.name === 'eval' && isGlobal(object);
}
