/**
 * What is left of a scope at run time: the names of its context slots, and the way back to the scope for eval.
 * V8: src/objects/scope-info.h. Simplified: keeps the analysed scope itself instead of a serialised form.
 */
import type { Scope } from './scopes.ts';

export type ScopeKind = 'script' | 'function' | 'block' | 'catch' | 'with' | 'eval' | 'class' | 'module';

export interface ContextLocal {
  readonly name: string;
  readonly mode: 'var' | 'let' | 'const' | 'sloppyFunctionName' | 'privateName';
  /** False for bindings that start as the hole. */
  readonly initialized: boolean;
}

export interface ScopeInfo {
  readonly type: 'scopeInfo';
  readonly kind: ScopeKind;
  readonly isStrict: boolean;
  /** contextLocals[i] lives in context slot firstSlot + i. */
  readonly contextLocals: readonly ContextLocal[];
  /** 2, or 3 where the context has an extension slot (with, sloppy eval). */
  readonly firstSlot: number;
  readonly hasExtensionSlot: boolean;
  readonly scope: Scope;
}

/** Context slots 0 and 1 are the scope info and the previous context; 2 is the extension where there is one. */
export const extensionSlot = 2;
