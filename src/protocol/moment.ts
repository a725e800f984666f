/** A moment of a run as the page shows it: asked of the worker, which replays to it. */

/** A value, shown. `expandable` says that more can be asked for by `path`. */
export interface VariableView {
  readonly name: string;
  /** Where it is in the moment: questions.ts's `ValuePath`. */
  readonly path: readonly number[];
  /** In short, as a debugger shows it: `42`, `'text'`, `{a: 1, b: …}`, `ƒ onClick()`. */
  readonly value: string;
  readonly type: string;
  readonly expandable: boolean;
  /** Present for objects: the name of its hidden class, the same everywhere in this run, and its mode. */
  readonly hiddenClass?: string;
  readonly mode?: 'fast' | 'dictionary';
  readonly elementsKind?: string;
  readonly isParameter?: true;
}

/** DAP: presentationHint of scopes. */
export type ScopeKind =
  'arguments' | 'locals' | 'block' | 'catch' | 'with' | 'closure' | 'module' | 'script' | 'global' | 'registers';

export interface ScopeOfFrame {
  readonly name: string;
  readonly kind: ScopeKind;
  readonly variables: readonly VariableView[];
}

export interface FrameView {
  readonly functionName: string;
  readonly functionIndex: number;
  /** Offset of what runs in this frame now; -1 for builtins. */
  readonly position: number;
  /** Those of its own function, the innermost first. */
  readonly scopes: readonly ScopeOfFrame[];
}

/** The stack of a moment with its variables, the innermost frame first. */
export interface MomentView {
  readonly event: number;
  readonly frames: readonly FrameView[];
}
