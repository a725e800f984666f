/** Makes the surroundings of a run: isolate, host, globals and the loop with the main script as its first turn. */
import {
  installBuiltins,
  Isolate,
  lookupData,
  type ParseFailure,
  parseScriptUnit,
  parseWrappedUnit,
  sharedFunctionInfoOf,
  sourceLanguageOf,
  type Value,
} from '../engine/index.ts';
import type { RunEnvironment } from '../protocol.ts';
import { VirtualClock } from './clock.ts';
import { connectEngine } from './engine-events.ts';
import { newCommonJsLoader, wrapperParameters } from './cjs-loader.ts';
import { type FileView, noFiles } from './files.ts';
import { wrapperArguments } from './globals-modules.ts';
import { installProcess } from './globals-process.ts';
import { installTimers } from './globals-timers.ts';
import { installWindow } from './globals-window.ts';
import { Host, type HostOutput } from './host.ts';
import { EventLoop } from './loop.ts';
import { requireModule } from './modules.ts';
import { unsimulatedGlobals } from './unsimulated-globals.ts';

export interface StartOptions {
  readonly source: string;
  readonly environment: RunEnvironment;
  readonly output: HostOutput;
  /** What other files there are; without it none. */
  readonly files?: FileView;
  /** Run with statement markers, for those who listen to statements. */
  readonly statements: boolean;
}

export type StartResult =
  | { readonly ok: true; readonly host: Host; readonly loop: EventLoop }
  | { readonly ok: false; readonly error: ParseFailure };

export function startRun({ source, environment, output, files, statements }: StartOptions): StartResult {
  const clock = new VirtualClock(environment.startTime, () => isolate.steps);
  const isolate: Isolate = new Isolate(
    {
      seed: environment.seed,
      now: () => clock.readEpochMilliseconds(),
      timeZone: environment.timeZone,
      locale: environment.locale,
      statements,
      maxSteps: environment.maxSteps,
      unsimulatedGlobals: unsimulatedGlobals[environment.runtime],
    },
    installBuiltins,
  );
  const host = new Host(isolate, environment, clock, output, files ?? noFiles);
  isolate.console = (level, text, indentation) => host.print(level, text, indentation);
  installTimers(host);
  if (host.description.hasProcess) {
    installProcess(host);
    host.commonJs = newCommonJsLoader(host);
  } else installWindow(host);

  isolate.runtime.set('GlobalReact', () => globalReact(host));
  const isWrapped = environment.sourceKind === 'commonjs' || environment.sourceKind === 'auto';
  const { fileName, languageId } = environment;
  const script = isolate.addScript(fileName, 'main', source, 0, fileName, sourceLanguageOf(fileName, languageId));
  const unit = isWrapped ? parseWrappedUnit(script, wrapperParameters) : parseScriptUnit(script);
  if (!unit.ok) return { ok: false, error: unit.error };
  host.sources.push({ path: environment.fileName, program: unit.literal.node });
  const main = isolate.newClosure(sharedFunctionInfoOf(unit.literal, script), undefined);
  const { receiver, args } = isWrapped ? wrapperArguments(host) : { receiver: isolate.realm.globalObject, args: [] };
  connectEngine(host);
  const name = environment.fileName.slice(
    Math.max(environment.fileName.lastIndexOf('/'), environment.fileName.lastIndexOf('\\')) + 1,
  );
  const loop = new EventLoop(host, name, () => void isolate.callNested(main, receiver, args));
  return { ok: true, host, loop };
}

/** What JSX calls in a file that declares no React: the program's global of that name, or else the stand-in. */
function globalReact(host: Host): Value {
  return lookupData(host.isolate.realm.globalObject, 'React') ?? requireModule(host, 'react');
}
