/**
 * Direct eval. What it costs is not the optimisation of the function but its variables: all that the code could name move
 * into a heap context, also where the call is never reached.
 *
 * V8: Scope::RecordEvalCall in src/ast/scopes.cc, Runtime_ResolvePossiblyDirectEval.
 */
import type { AnyNode, Scope, Variable } from '../../engine/index.ts';
import { codeAround, isGlobal, isStrict, nameOf, siteOf } from '../analyzed-program.ts';
import type { AnalyzedProgram, NodeOf, Occurrence } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { fixesOfEval } from './eval-fix.ts';
import { heatOf, severityFor } from '../heat.ts';
import { counted, inlineCode, runOr, times } from '../hover-text.ts';
import type { Seen } from '../site-evidence.ts';

interface DirectEval {
  /** Of the call. */
  readonly start: number;
  readonly isStrict: boolean;
  readonly functionName: string;
  /** The program itself: its variables are no locals of a hot function. */
  readonly isTopLevel: boolean;
  /** Names that live in heap contexts because of it. */
  readonly names: readonly string[];
  /** `eval('(' + text + ')')`: JSON in disguise. */
  readonly isJson: boolean;
}

export const evalHazard = defineHazard<DirectEval>({
  id: 'eval',
  title: 'Direct eval',
  docs: `A direct \`eval(…)\` may name every variable around it. V8 therefore keeps them all in a heap context, which is
allocated at each call, whether eval is reached or not: a tiny function with an eval that never runs is 18 to 40 times slower
in Node 24. Each call of eval costs about 230 to 290 ns even when the same text was compiled before. It does not keep a
function from being optimised, and in strict code the names outside are still found without a search.`,
  examples: {
    bad: [
      {
        source:
          'function total(price, count) {\n  return eval("price * count");\n}\nconsole.log(total(2, 3), total(4, 5));',
      },
      {
        source:
          'const text = \'{"least": 1, "most": [2, 3]}\';\nconst limits = eval("(" + text + ")");\nconsole.log(limits);',
      },
      {
        source: 'const limits = eval("({ least: 1, most: [2, 3] })");\nconsole.log(limits);',
      },
      {
        source: 'function read(user, key) {\n  return eval("user." + key);\n}\nconsole.log(read({ age: 36 }, "age"));',
      },
      {
        source:
          '"use strict";\nfunction parse(text) {\n  return eval("(" + text + ")");\n}\nconsole.log(parse("[1, 2]"));',
      },
      {
        source:
          'function rarely(debug) {\n  let total = 1;\n  if (debug) eval("total++");\n  return total;\n}\nconsole.log(rarely(false));',
      },
    ],
    good: [
      { source: 'function read(user, key) {\n  return user[key];\n}\nconsole.log(read({ age: 36 }, "age"));' },
      { source: 'console.log((0, eval)("1 + 2"), globalThis.eval("3"), eval?.("4"));' },
      {
        source: 'function run(eval) {\n  return eval("not the real one");\n}\nconsole.log(run((text) => text.length));',
      },
    ],
  },
  watches: 'directEval',
  *detect(program) {
    for (const occurrence of program.all('CallExpression')) {
      const { callee, optional } = occurrence.node;
      if (callee.type !== 'Identifier' || callee.name !== 'eval' || optional || !isGlobal(callee)) continue;
      const { start, end } = callee;
      yield { start, end, site: siteOf(occurrence), data: directEval(program, occurrence) };
    }
  },
  judge(data, seen) {
    return { kind: 'finding', severity: severityFor(seen.isKnown ? weight(data, seen) : -1, 'high') };
  },
  message(data, seen) {
    const ran = ranText(data, seen);
    const instead = data.isJson
      ? 'JSON.parse reads data.'
      : 'A property access, a table of functions or new Function usually does it.';
    return data.isTopLevel
      ? `Direct eval compiles code while the program runs, and may name every variable of the file.${ran} ${instead}`
      : `Direct eval keeps every variable that it could name on the heap, even where it is not reached.${ran} ${instead}`;
  },
  fixes: ({ start }, _seen, program) => fixesOfEval(program, start),
  hover(data, seen) {
    return {
      verdict: 'V8 still optimises this code: eval makes its variables slow, and each call compiles.',
      run: runText(data, seen),
      cost: `${variablesText(data)} A tiny function that merely contains eval is 18 to 40× slower, and one call takes about 230 to 290 ns, some 170 to 200× the same code written out (Node 24).`,
      free: `in indirect form, \`(0, eval)(text)\`, and in \`new Function\`: they see globals only, and what they make runs at full speed.${data.isStrict ? ' Strict code as here at least finds outer names without a search.' : ''}`,
      instead: data.isJson
        ? 'the text is data in parentheses: parse it.'
        : 'name the property, or keep the choices in a table.',
      code: data.isJson
        ? 'const value = JSON.parse(text);'
        : "const actions = { add: (a, b) => a + b, sub: (a, b) => a - b };\nconst result = actions[name](a, b); // instead of eval(name + '(a, b)')",
    };
  },
});

/** Also a call that is not reached makes its function slow: so the calls of the function count. */
function weight(data: DirectEval, seen: Seen): number {
  return data.isTopLevel ? seen.count : Math.max(seen.count, seen.functionCalls);
}

/** What makes it worth a line in the Problems view: how often it ran, or else how often its function paid for it. */
function ranText(data: DirectEval, seen: Seen): string {
  if (seen.count >= 2) return ` It ran ${times(seen.count)}.`;
  return heatOf(weight(data, seen)) === 'hot' ? ` ${data.functionName} was called ${times(seen.functionCalls)}.` : '';
}

function runText(data: DirectEval, seen: Seen): string {
  if (!seen.isKnown) return runOr(seen, () => '');
  const evals = seen.count === 0 ? 'eval was not reached' : `eval ran ${times(seen.count)}`;
  if (data.isTopLevel || seen.functionCalls === 0) return `${evals}.`;
  return `${evals}; ${inlineCode(data.functionName)} was called ${times(seen.functionCalls)} and made its context each time.`;
}

function variablesText({ names }: DirectEval): string {
  if (names.length === 0) return 'there is no local variable here that could suffer.';
  const shown = names.slice(0, 4).map(inlineCode).join(', ');
  const rest = names.length > 4 ? ', …' : '';
  return `${counted(names.length, 'variable')} (${shown}${rest}) ${names.length === 1 ? 'lives' : 'live'} in heap contexts instead of registers.`;
}

function directEval(program: AnalyzedProgram, occurrence: Occurrence<NodeOf<'CallExpression'>>): DirectEval {
  const code = codeAround(occurrence);
  const [argument] = occurrence.node.arguments;
  return {
    start: occurrence.node.start,
    isStrict: isStrict(code),
    functionName: nameOf(code),
    isTopLevel: code.type === 'Program',
    names: contextNames(occurrence.parents),
    isJson: argument !== undefined && /^\s*(['"`])\(/.test(program.textOf(argument)),
  };
}

/** Variables with a name that the scopes around the call keep in contexts, the nearest first; not the wrapper's of Node. */
function contextNames(parents: readonly AnyNode[]): string[] {
  const names = new Set<string>();
  for (const parent of parents.toReversed()) {
    const scopes = [
      (parent as { scope?: Scope }).scope,
      parent.type === 'Program' ? undefined : (parent as { literal?: { scope: Scope } }).literal?.scope,
    ];
    for (const scope of scopes) {
      for (const variable of scope?.variables.values() ?? [])
        if (isOwnVariable(variable, parent)) names.add(variable.name);
    }
  }
  return [...names];
}

function isOwnVariable(variable: Variable, owner: AnyNode): boolean {
  if (variable.location !== 'context' || variable.isThis || !/^[\p{ID_Start}$_]/u.test(variable.name)) return false;
  if (variable.name === 'arguments') return false;
  return owner.type !== 'Program' || variable.kind !== 'parameter';
}
