/** Makes the surroundings of a run: isolate, host, globals and the loop with the main script as its first turn. */
import {
  engineProfiles,
  GuestException,
  flagsOf,
  parseFlags,
  installBuiltins,
  installStructuredClone,
  Isolate,
  type JSObject,
  lookupData,
  type ParseFailure,
  RunStopped,
  type Value,
} from '../engine/index.ts';
import { type DecidedSourceKind, defaultEngine, type RunEnvironment } from '../protocol/run.ts';
import { installWorkerGlobals, installWorkerScope } from './agents/worker-globals.ts';
import { markApiFunctions } from './globals/api-functions.ts';
import { VirtualClock } from './clock.ts';
import { installModules } from './loading/dynamic-import.ts';
import { connectEngine } from './engine-events.ts';
import { newCommonJsLoader } from './loading/cjs-loader.ts';
import { installPage } from './dom/globals-page.ts';
import { readPage } from './dom/page.ts';
import { installEvents } from './events/globals-events.ts';
import { type FileView, noFiles } from './loading/files.ts';
import { emitWarning, installProcess } from './globals/process-globals.ts';
import { orderGlobals } from './globals/name-orders.ts';
import { installFrames } from './globals/frames-globals.ts';
import { installTimers } from './globals/timers-globals.ts';
import { installWebGlobals } from './globals/web-globals.ts';
import { installWindow } from './globals/window-globals.ts';
import { Host, type HostOutput } from './host.ts';
import { lazyGlobal } from './globals/lazy-globals.ts';
import { EventLoop } from './loop.ts';
import { sourceError } from './loading/loader-errors.ts';
import { compileMainFile, type MainFile } from './loading/main-file.ts';
import { installMessages } from './messages/globals-messages.ts';
import { requireModule } from './modules.ts';
import { installBuffer } from './node/globals.ts';
import { installRuntimeFunctions } from './runtime-functions.ts';
import { installNetworkFunctions } from './network/network-functions.ts';
import { installConsoleStreams } from './node/console-streams.ts';
import { installInspectSettings } from './node/inspect-settings.ts';
import { installWebFunctions } from './web/web-functions.ts';
import { installWebInterfaces } from './web/web-interfaces.ts';
import { newWebAssembly } from './webassembly/install.ts';
import { unsimulatedGlobals, unsimulatedMembers } from './globals/unsimulated-globals.ts';

export interface StartOptions {
  readonly source: string;
  readonly environment: RunEnvironment;
  readonly output: HostOutput;
  /** What other files there are; without it none. */
  readonly files?: FileView;
  /** Run with statement markers, for those who listen to statements. */
  readonly statements: boolean;
  /** And with break markers, for those who listen to where a debugger can stop. */
  readonly breakLocations?: boolean;
  /** For a thread beside the first one. */
  readonly worker?: {
    /** Called before any of its surroundings are made. */
    readonly attach: (host: Host) => void;
    readonly maxSteps: () => number;
    /** The part that it may have of what a run's heap may take. */
    readonly heapShare: () => number;
    /** Thrown in place of running a file that is not there. */
    readonly problem?: ((host: Host) => JSObject) | undefined;
  };
}

export type StartResult =
  | {
      readonly ok: true;
      readonly kind: DecidedSourceKind;
      readonly scriptName: string;
      readonly host: Host;
      readonly loop: EventLoop;
    }
  | {
      readonly ok: false;
      readonly kind: DecidedSourceKind;
      readonly scriptName: string;
      readonly error: ParseFailure;
    };

export function startRun(options: StartOptions): StartResult {
  const { source, environment, output, files, statements, breakLocations = false, worker } = options;
  const clock = new VirtualClock(environment.startTime, () => isolate.steps, environment.stepNanoseconds);
  const isolate: Isolate = new Isolate(
    {
      seed: environment.seed,
      now: () => clock.readEpochMilliseconds(),
      timeZone: environment.timeZone,
      locale: environment.locale,
      statements,
      breakLocations,
      get maxSteps() {
        return worker?.maxSteps() ?? environment.maxSteps;
      },
      profile: engineProfiles[environment.engine ?? defaultEngine],
      v8Flags: flagsOf([
        ...(environment.tierBudgets === 'fuzzing' ? ['--jit-fuzzing'] : []),
        ...(environment.v8Flags ?? []).filter((word) => !('problem' in parseFlags([word]))),
      ]),
      ...(environment.maxHeapBytes === undefined ? {} : { maxHeapBytes: environment.maxHeapBytes }),
      ...(worker === undefined ? {} : { heapShare: worker.heapShare }),
      unsimulatedGlobals: unsimulatedGlobals(environment.runtime, worker !== undefined),
      unsimulatedMember: unsimulatedMembers(environment.runtime),
    },
    installBuiltins,
  );
  const host = new Host(isolate, environment, clock, output, files ?? noFiles);
  worker?.attach(host);
  host.agent.startAnother = startRun;
  isolate.console = (level, text, indentation) => host.print(level, text, indentation);
  isolate.printFromEngine = (text) => output.write('stdout', text);
  installStructuredClone(isolate);
  isolate.hostRoots = () => host.roots();
  isolate.postTask = (task) => host.postTask(task);
  installTimers(host);
  installWebGlobals(host);
  installEvents(host);
  installWebInterfaces(host);
  installMessages(host);
  if (host.description.hasProcess) {
    installProcess(host);
    installConsoleStreams(host);
    installInspectSettings(host);
    installBuffer(host);
    orderGlobals(host);
    isolate.warn = (text) => emitWarning(host, text);
    host.commonJs = newCommonJsLoader(host);
  } else if (worker === undefined) {
    installWindow(host);
    installFrames(host);
  } else installWorkerGlobals(host);

  lazyGlobal(host, 'WebAssembly', () => newWebAssembly(host));
  installRuntimeFunctions(host);
  installWebFunctions(host);
  installNetworkFunctions(host);
  markApiFunctions(host);
  isolate.runtime.set('GlobalReact', () => globalReact(host));
  installModules(host);
  // What it defines is not to be made by those that look at all globals.
  if (!host.description.hasProcess) (worker === undefined ? installPage : installWorkerScope)(host);
  const main = worker?.problem === undefined ? compileMain(host, source) : throwing(host, worker.problem);
  if (main === undefined)
    return { ok: true, kind: 'script', scriptName: '', host, loop: new EventLoop(host, '', () => undefined) };
  const { kind, scriptName } = main;
  if (!main.ok && worker === undefined) return { ok: false, kind, scriptName, error: main.error };
  connectEngine(host);
  host.surroundings.keepRoom();
  isolate.collector.beginProgram();
  isolate.heap.firstProgramHiddenClassId = isolate.heap.nextHiddenClassId;
  const name = environment.fileName.slice(
    Math.max(environment.fileName.lastIndexOf('/'), environment.fileName.lastIndexOf('\\')) + 1,
  );
  // A thread has begun before its file is found to be no JavaScript.
  const { run } = main.ok ? main : throwing(host, () => sourceError(host, isolate.scripts.at(-1)!, main.error));
  return { ok: true, kind, scriptName, host, loop: new EventLoop(host, name, run, kind === 'module') };
}

/** Undefined: files have to be known first, and the run is at its end (host.neededFiles). */
function compileMain(host: Host, source: string): MainFile | undefined {
  try {
    if (!host.description.hasProcess && host.agent === host.agent.cluster.main) readPage(host);
    return compileMainFile(host, source);
  } catch (error) {
    if (error instanceof RunStopped && error.reason === 'files') return undefined;
    throw error;
  }
}

function throwing(host: Host, makeError: (host: Host) => JSObject): MainFile & { readonly ok: true } {
  const run = (): never => {
    throw new GuestException(makeError(host));
  };
  return { ok: true, kind: 'commonjs', scriptName: host.environment.fileName, run };
}

/** What JSX calls in a file that declares no React: the program's global of that name, or else the stand-in. */
function globalReact(host: Host): Value {
  return lookupData(host.isolate.realm.globalObject, 'React') ?? requireModule(host, 'react');
}
