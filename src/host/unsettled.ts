/**
 * A module that still waits at its top level when nothing is left to run: exit code 13, unless the program has set one. Node: handleProcessExit in
 * lib/internal/modules/run_main.js, ModuleWrap::GetStalledTopLevelAwaitMessages.
 */
import { type ModuleRecord, type SourceTextModule, suspendedPosition } from '../engine/index.ts';
import type { Host } from './host.ts';
import { excerpt } from './throw-site.ts';

const exitCode = 13;

export function handleUnsettledAwait(host: Host): void {
  const data = host.mainModule?.evaluation.internal;
  if (host.mainModule === undefined || data?.kind !== 'promise' || data.state !== 'pending') return;
  if (host.exitCode !== undefined && host.exitCode !== 0) return;
  host.exitCode = exitCode;
  for (const { script, code } of waitingModules(host.mainModule.module, new Set())) {
    const place = excerpt(script.name, script.source, code === undefined ? 0 : suspendedPosition(code));
    host.output.write('stderr', `Warning: Detected unsettled top-level await at ${place}\n\n\n\n`);
  }
}

function waitingModules(module: ModuleRecord, visited: Set<ModuleRecord>): SourceTextModule[] {
  if (module.kind === 'synthetic' || visited.has(module)) return [];
  visited.add(module);
  const inner = module.requestedModules.flatMap((required) => waitingModules(required, visited));
  const isWaiting =
    module.status === 'evaluating-async' && module.hasTopLevelAwait && module.pendingAsyncDependencies === 0;
  return isWaiting ? [...inner, module] : inner;
}
