/**
 * What the sources of a browser's workers call by `%Name(…)`: of the page's side, and of the worker's own scope.
 * HTML: 10.2.6 (dedicated workers); Blink: core/workers/dedicated_worker.cc.
 */
import { construct, GuestException, type JSObject, lookupData, toBoolean, type Value } from '../../engine/index.ts';
import { userAgent } from '../dom/page-environment.ts';
import type { Host } from '../host.ts';
import { ProcessExit } from '../host.ts';
import { runClassicScript } from '../loading/classic-scripts.ts';
import { requireModule } from '../modules.ts';
import { describeException } from '../report.ts';
import { bytesIn } from '../web/bytes.ts';
import type { Agent } from './agent.ts';
import { messageLatency } from './cluster.ts';
import { adopt } from './port-functions.ts';
import { startPort, stopPort } from './ports.ts';
import { startWorker, throwIfTooMany } from './start-worker.ts';
import { findScript, type FoundScript, originOf, shownUrl } from './worker-script.ts';
import { WorkerAgent } from './worker-agent.ts';

/** Until it is known that a script cannot be loaded, in ms. */
const failureLatency = 1;

export function installWorkerFunctions(host: Host): void {
  const { isolate } = host;
  const { cluster } = host.agent;
  const define = (name: string, run: (args: Value[]) => Value | void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as Value);
  const fail = (message: string, name: string): never => {
    const exception = construct(isolate, isolate.realm.intrinsic('DOMException'), [message, name]);
    throw new GuestException(exception as JSObject);
  };
  define('StartWorker', ([object, port, url, name, isModule]) => {
    const where = "Failed to construct 'Worker': ";
    const found = findScript(host, String(url));
    if (found === 'noUrl') return fail(`${where}'${String(url)}' is not a valid URL.`, 'SyntaxError');
    if (found === 'otherOrigin') {
      const text = `${where}Script at '${String(url)}' cannot be accessed from origin '${originOf(host)}'.`;
      return fail(text, 'SecurityError');
    }
    throwIfTooMany(host);
    if (found.text === undefined) return tellOfMissing(host, object as JSObject, found);
    const worker = start(host, found, String(name), toBoolean(isModule));
    worker.object = object as JSObject;
    startPort(adopt(host, worker.outer!, port as JSObject));
    return worker.threadId;
  });
  define('TerminateWorker', ([id]) => {
    const worker = cluster.workers.find(({ threadId }) => threadId === id);
    if (worker === undefined) return;
    stopPort(worker.outer!);
    worker.stop(host.agent);
  });
  define('ShareBlobUrl', ([url, bytes]) => {
    cluster.blobUrls.set(String(url), bytesIn(bytes)!);
  });
  define('RevokeBlobUrl', ([url]) => void cluster.blobUrls.delete(String(url)));

  const { agent } = host;
  if (!(agent instanceof WorkerAgent)) return;
  const scope = agent.scope!;
  define('WorkerInfo', () =>
    host.newPlainObject({
      ...scope,
      url: shownUrl(host, scope.url),
      origin: originOf(host),
      locale: host.environment.locale,
      userAgent,
    }),
  );
  define('OpenWorkerPort', ([port]) => {
    adopt(host, agent.inner!, port as JSObject);
    // HTML: the inside port's queue is enabled when the script has run.
    host.page.onCheckpoint = () => startPort(agent.inner!);
  });
  define('CloseWorker', () => {
    stopPort(agent.inner!);
    // What runs goes on to its end, with its microtasks.
    host.page.onCheckpoint = () => {
      throw new ProcessExit(0);
    };
  });
  define('ImportScript', ([url]) => {
    const where = "Failed to execute 'importScripts' on 'WorkerGlobalScope': ";
    const found = findScript(host, String(url));
    if (found === 'noUrl') return fail(`${where}The URL '${String(url)}' is invalid.`, 'SyntaxError');
    const text = typeof found === 'string' ? undefined : found.text;
    if (typeof found === 'string' || text === undefined) {
      const shown = typeof found === 'string' ? String(url) : shownUrl(host, found.url);
      return fail(`${where}The script at '${shown}' failed to load.`, 'NetworkError');
    }
    runClassicScript(host, found.name, text);
  });
}

/** HTML: run a worker. */
function start(host: Host, found: FoundScript, name: string, isModule: boolean): WorkerAgent {
  const { url } = found;
  const isFile = url.startsWith('file:');
  const { cluster } = host.agent;
  const shown = name || (isFile ? found.name.slice(found.name.lastIndexOf('/') + 1) : `worker ${cluster.nextThreadId}`);
  const source = {
    text: found.text!,
    fileName: found.name,
    sourceKind: isModule ? 'module' : 'script',
  } as const;
  return startWorker(host, shown, source, (made) => {
    made.scope = { url, name, isModule };
    made.onEnd = () => made.close();
    made.onUncaught = (value, text, isRejection) => {
      if (isRejection) return show(made, made, text);
      const described = describeException(made.host, value);
      made.send(made.parent, () => fireError(made, text, described), { latency: messageLatency, survives: true });
    };
  });
}

/** Whoever made the worker is told of an exception, and the console unless they say that it is dealt with. */
function fireError(
  worker: WorkerAgent,
  text: string,
  { message, name, line, column }: ReturnType<typeof describeException>,
): void {
  const { host } = worker.parent;
  const run = (): void => {
    const args = [worker.object, message, name, line, column];
    if (callModule(host, 'fireError', args) !== false) show(worker, worker.parent, text);
  };
  host.queueTask('domManipulation', 'error', run, { holds: worker.object });
}

function tellOfMissing(host: Host, object: JSObject, { url, problem }: FoundScript): number {
  const run = (): void => {
    host.print('error', `Failed to load the script of a worker, ${shownUrl(host, url)}: ${problem}`);
    callModule(host, 'fireFailure', [object]);
  };
  const [kind, source] = ['fetch', 'networking'] as const;
  host.request({ kind, name: shownUrl(host, url), source, delay: failureLatency, run, holds: object });
  return 0;
}

function callModule(host: Host, name: string, args: readonly Value[]): Value {
  const run = lookupData(requireModule(host, 'internal/worker'), name) as JSObject;
  return host.isolate.callNested(run, undefined, args);
}

/** On the console, by the worker's name; and as the run's error where it is the first. */
function show(worker: WorkerAgent, by: Agent, text: string): void {
  const { main } = worker.cluster;
  const tell = (): void => {
    main.host.firstError ??= text;
    main.host.listener?.console('error', `[${worker.name}] ${text}`, 0);
    main.host.output.write('stderr', `${text}\n`);
  };
  if (by === main) tell();
  else by.send(main, tell, { survives: true });
}
