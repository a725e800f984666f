/**
 * What a module's text says about its imports and exports, in the order and with the cell numbers of V8.
 * V8: SourceTextModuleDescriptor (src/ast/modules.h), SourceTextModuleInfo. ECMAScript: ImportEntry and ExportEntry records.
 */
import type { Scope } from './scopes.ts';

export interface ImportAttribute {
  readonly key: string;
  readonly value: string;
}

/** A module that is asked for, once per specifier and attributes. */
export interface ModuleRequest {
  readonly specifier: string;
  readonly attributes: readonly ImportAttribute[];
  /** Where the specifier stands. */
  readonly start: number;
  readonly end: number;
}

/** `import { importName as localName }`; the cell's number is below zero. */
export interface RegularImport {
  readonly localName: string;
  readonly importName: string;
  readonly request: number;
  readonly start: number;
  readonly end: number;
  cellIndex: number;
}

/** A local name and all names under which it is exported; they share one cell, whose number is above zero. */
export interface RegularExport {
  readonly localName: string;
  readonly exportNames: string[];
  cellIndex: number;
}

/** `export { importName as exportName } from`. */
export interface IndirectExport {
  readonly exportName: string;
  readonly importName: string;
  readonly request: number;
  readonly start: number;
  readonly end: number;
}

export interface StarExport {
  readonly request: number;
  readonly start: number;
  readonly end: number;
}

export class ModuleDescriptor {
  readonly requests: ModuleRequest[] = [];
  readonly regularImports: RegularImport[] = [];
  /** `import * as localName`: an ordinary constant of the module's scope. */
  readonly namespaceImports: { readonly localName: string; readonly request: number }[] = [];
  regularExports: RegularExport[] = [];
  readonly indirectExports: IndirectExport[] = [];
  readonly starExports: StarExport[] = [];

  /** The number of a request; equal ones share it. */
  request(request: ModuleRequest): number {
    const known = this.requests.findIndex((other) => isSameRequest(other, request));
    return known >= 0 ? known : this.requests.push(request) - 1;
  }

  addExport(localName: string, exportName: string): void {
    const known = this.regularExports.find((entry) => entry.localName === localName);
    if (known === undefined) this.regularExports.push({ localName, exportNames: [exportName], cellIndex: 0 });
    else known.exportNames.push(exportName);
  }

  /** When the whole text is known: exports of imports become indirect, and the cells get their numbers. V8: Validate. */
  finish(): void {
    const given = this.regularExports;
    this.regularExports = [];
    for (const entry of given) {
      const source = this.regularImports.find(({ localName }) => localName === entry.localName);
      if (source === undefined) {
        this.regularExports.push(entry);
        continue;
      }
      const { importName, request, start, end } = source;
      for (const exportName of entry.exportNames)
        this.indirectExports.push({ exportName, importName, request, start, end });
    }
    this.regularExports.sort(byLocalName).forEach((entry, index) => (entry.cellIndex = index + 1));
    this.regularImports.sort(byLocalName).forEach((entry, index) => (entry.cellIndex = -index - 1));
  }

  /** Module variables are placed before references are resolved, which ask for it. V8: AllocateModuleVariables. */
  allocate(scope: Scope): void {
    for (const { localName, cellIndex } of [...this.regularImports, ...this.regularExports]) {
      const variable = scope.variables.get(localName);
      if (variable === undefined) continue;
      variable.location = 'module';
      variable.index = cellIndex;
      variable.isUsed = true;
    }
  }
}

function isSameRequest(a: ModuleRequest, b: ModuleRequest): boolean {
  return (
    a.specifier === b.specifier &&
    a.attributes.length === b.attributes.length &&
    a.attributes.every(({ key, value }) => b.attributes.some((other) => other.key === key && other.value === value))
  );
}

/** V8 keeps both in maps that are ordered by the name's characters. */
function byLocalName(a: { readonly localName: string }, b: { readonly localName: string }): number {
  return a.localName < b.localName ? -1 : a.localName > b.localName ? 1 : 0;
}
