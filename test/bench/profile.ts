/**
 * Where Underhood's time goes: `node test/bench/profile.ts [part of a program's name]…` (AWFY_DIR as for the benchmark). Each
 * program is warmed up, then sampled over three runs; a row says which part of the engine was on top of the host's stack.
 */
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { prepare } from './engines/underhood.mjs';
import { areWeFastYet, bundle, kernels, type Program } from './programs.ts';

/** By the file of the function that was on top, the first that matches. */
const parts: readonly (readonly [part: string, functions: RegExp, file: RegExp])[] = [
  ['dispatch', /^(loop|run)$/, /interpreter\.ts$/],
  ['calls', /^(pushFrame|popFrame|callWithFeedback|invoke\w*|construct\w*|enterCall|placeArguments|noteCallee)$/, /./],
  ['calls', /./, /(construct|calls|arguments|spread|frame)\.ts$/],
  ['properties', /./, /(property-\w+|lookup|own-properties|hidden-class|elements|elements-kind|globals)\.ts$/],
  ['suspension', /./, /(generators|async-generators|promises|intrinsics|microtasks)\.ts$/],
  ['builtins', /./, /engine\/builtins\//],
  ['other execution', /./, /engine\/(execution|objects|ic)\//],
  ['parsing, compiling', /./, /(engine\/(parsing|bytecode)\/|acorn)/],
  ['garbage collector', /^\(garbage collector\)$/, /^$/],
];
const names = [...new Set(parts.map(([part]) => part)), 'rest'];

const checkout = process.env.AWFY_DIR;
const wanted = process.argv.slice(2);
const programs = [...(checkout === undefined ? [] : areWeFastYet(checkout)), ...kernels()].filter(
  ({ name, isLong }) => !isLong && (wanted.length === 0 || wanted.some((part) => name.includes(part))),
);
console.log(['program'.padEnd(20), 'ns/bytecode'.padStart(12), ...names.map((name) => name.padStart(19))].join(''));
for (const program of programs) await profileProgram(program);

async function profileProgram(program: Program): Promise<void> {
  const source = await bundle(program, program.size);
  for (let i = 0; i < 6; i++) prepare(source)();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  let milliseconds = 0;
  let steps = 0;
  await session.post('Profiler.start');
  for (let i = 0; i < 3; i++) {
    const run = prepare(source);
    const before = process.threadCpuUsage();
    steps += run().steps;
    const used = process.threadCpuUsage(before);
    milliseconds += (used.user + used.system) / 1000;
  }
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const partOfNode = new Map(
    profile.nodes.map(({ id, callFrame }) => [id, partOf(callFrame.functionName, callFrame.url)]),
  );
  const times = new Map<string, number>();
  let total = 0;
  profile.samples?.forEach((id, i) => {
    const part = partOfNode.get(id)!;
    if (part === undefined) return;
    const time = profile.timeDeltas![i]!;
    total += time;
    times.set(part, (times.get(part) ?? 0) + time);
  });
  const cells = names.map((name) => `${((100 * (times.get(name) ?? 0)) / total).toFixed(1)} %`.padStart(19));
  const perBytecode = ((milliseconds * 1e6) / steps).toFixed(1).padStart(12);
  console.log([program.name.padEnd(20), perBytecode, ...cells].join(''));
}

/** Undefined: not the program's. */
function partOf(functionName: string, url: string): string | undefined {
  if (/^\((root|program|idle)\)$/.test(functionName) || url.startsWith('node:')) return undefined;
  const file = url.replaceAll(path.sep, '/');
  return parts.find(([, functions, files]) => functions.test(functionName) && files.test(file))?.[0] ?? 'rest';
}
