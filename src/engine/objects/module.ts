/**
 * Module records: data that linking and evaluation (execution/modules-*.ts) carry from one state to the next.
 * V8: src/objects/source-text-module.h, synthetic-module.h, cell.h. ECMAScript: Cyclic and Synthetic Module Records.
 */
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { ModuleDescriptor } from '../parsing/module-descriptor.ts';
import type { Script } from '../parsing/script.ts';
import type { JSObject } from './js-object.ts';
import type { Value } from './value.ts';

/** A binding that an exporting and all importing modules share. */
export class Cell {
  value: Value = undefined;
}

export type ModuleStatus = 'unlinked' | 'linking' | 'linked' | 'evaluating' | 'evaluating-async' | 'evaluated';

export class SourceTextModule {
  readonly kind = 'source text';
  readonly script: Script;
  readonly shared: SharedFunctionInfo;
  readonly descriptor: ModuleDescriptor;
  status: ModuleStatus = 'unlinked';
  /** What evaluation threw: it is thrown again each time. */
  evaluationError: { readonly value: Value } | undefined = undefined;
  /** By number of request; the host fills it before it links. */
  readonly requestedModules: ModuleRecord[] = [];
  /** Cells of local names by number of export, less one. */
  readonly regularExports: Cell[] = [];
  /** Cells of other modules by number of import, sign turned and less one. */
  readonly regularImports: Cell[] = [];
  /** Cells of the names that this module's own text exports from local names. */
  readonly exports = new Map<string, Cell>();
  namespace: JSObject | undefined = undefined;
  importMeta: JSObject | undefined = undefined;
  /** The generator object of the module's code, which waits before the body, once the module is linked. */
  code: JSObject | undefined = undefined;
  dfsIndex = -1;
  dfsAncestorIndex = -1;
  cycleRoot: SourceTextModule | undefined = undefined;
  /** The promise that Evaluate gave. */
  topLevelCapability: JSObject | undefined = undefined;
  /** unset: not asynchronous; done: it was. */
  asyncEvaluationOrder: number | 'unset' | 'done' = 'unset';
  pendingAsyncDependencies = 0;
  readonly asyncParentModules: SourceTextModule[] = [];

  constructor(script: Script, shared: SharedFunctionInfo, descriptor: ModuleDescriptor) {
    this.script = script;
    this.shared = shared;
    this.descriptor = descriptor;
  }

  get hasTopLevelAwait(): boolean {
    return this.shared.kind === 'moduleWithTopLevelAwait';
  }
}

/** A module that the host makes: JSON, builtins, CommonJS. */
export class SyntheticModule {
  readonly kind = 'synthetic';
  /** What the host knows it by. */
  readonly name: string;
  readonly exports = new Map<string, Cell>();
  /** Sets the exports when the module is evaluated; asked for once. */
  readonly evaluationSteps: () => void;
  /** Told that somebody imports an export: those that cost much are set only then. */
  whenImported: ((exportName: string) => void) | undefined = undefined;
  status: 'unlinked' | 'linked' | 'evaluated' = 'unlinked';
  evaluationError: { readonly value: Value } | undefined = undefined;
  namespace: JSObject | undefined = undefined;

  constructor(name: string, exportNames: readonly string[], evaluationSteps: () => void) {
    this.name = name;
    for (const exportName of exportNames) {
      const cell = new Cell();
      cell.value = undefined;
      this.exports.set(exportName, cell);
    }
    this.evaluationSteps = evaluationSteps;
  }
}

export type ModuleRecord = SourceTextModule | SyntheticModule;

/** Of a namespace object: its exports by name, in the order of the names' code units. */
export interface ModuleNamespaceData {
  readonly kind: 'module namespace';
  readonly module: ModuleRecord;
  readonly cells: ReadonlyMap<string, Cell>;
}
