/**
 * A moment of a run, captured while a replay stands there: its frames, and what the sidebar shows of each. Never runs guest
 * code.
 */
import type { Frame, Isolate, Value } from '../../engine/index.ts';
import { sourceOffsetOf } from '../../host/source-position.ts';
import type { FrameView, MomentView, ScopeOfFrame } from '../../protocol/moment.ts';
import { variableView } from './child-view.ts';
import { contentsOf } from './object-contents.ts';
import { ownScopes, type ScopeNode, scopeNodes } from './scope-nodes.ts';

export interface CapturedFrame {
  readonly functionName: string;
  readonly functionIndex: number;
  readonly position: number;
}

export interface CapturedMoment {
  readonly event: number;
  /** The innermost first. */
  readonly frames: readonly CapturedFrame[];
  /** The replay that stands there; undefined where the run never comes to the moment. */
  readonly standing?: StandingRun;
}

/** A run between two bytecodes or in the middle of one, with all that it holds. */
export interface StandingRun {
  readonly isolate: Isolate;
  /** As those of the moment. */
  readonly frames: readonly Frame[];
  /** Between two bytecodes: only there it is known what the accumulator of the frame on top has. */
  readonly accumulator: { readonly value: Value } | undefined;
  /** At the event of an exception: what is thrown. */
  readonly thrown: { readonly value: Value } | undefined;
}

export function captureMoment(
  isolate: Isolate,
  event: number,
  { isBoundary, thrown }: { readonly isBoundary: boolean; readonly thrown: StandingRun['thrown'] },
  functionIndexOf: (frame: Frame) => number,
): CapturedMoment {
  const frames = [...isolate.frames()].reverse();
  return {
    event,
    frames: frames.map((frame) => ({
      functionName: frame.shared.name,
      functionIndex: functionIndexOf(frame),
      position: sourceOffsetOf(frame),
    })),
    standing: {
      isolate,
      frames,
      accumulator: isBoundary ? { value: isolate.interpreter.accumulator } : undefined,
      thrown,
    },
  };
}

export function momentView({ event, frames, standing }: CapturedMoment): MomentView {
  return {
    event,
    frames: frames.map((frame, index): FrameView => {
      const scopes = standing === undefined ? [] : scopesOfFrame(standing, index);
      return { ...frame, scopes };
    }),
  };
}

/** Not what an object holds that is a scope by `with`: it is no variable of the function. */
function scopesOfFrame(standing: StandingRun, frame: number): ScopeOfFrame[] {
  const { scope } = standing.frames[frame]!.shared.literal;
  if (scope.type === 'script') return scopesOfScript(standing, frame, new Set(scope.locals.map(({ name }) => name)));
  return ownScopes(standing, frame).flatMap((node, index) =>
    node.kind === 'with' ? [] : [scopeView(node, [frame, index])],
  );
}

/** What a script declares at its top is kept with what all scripts declare, or in the global object. */
function scopesOfScript(standing: StandingRun, frame: number, declared: ReadonlySet<string>): ScopeOfFrame[] {
  return scopeNodes(standing, frame).flatMap((node, index): ScopeOfFrame[] => {
    const path = [frame, index];
    if (node.kind === 'block' || node.kind === 'catch') return [scopeView(node, path)];
    if (node.kind !== 'script' && node.kind !== 'global') return [];
    const view = scopeView(node, path, declared);
    const self = node.kind === 'global' ? [variableView({ ...node, name: 'this' }, path)] : [];
    return [{ ...view, variables: [...self, ...view.variables] }];
  });
}

function scopeView(node: ScopeNode, path: readonly number[], declared?: ReadonlySet<string>): ScopeOfFrame {
  const { indexedCount, named } = contentsOf(node);
  const variables = named().flatMap((child, index) =>
    declared === undefined || declared.has(child.name) ? [variableView(child, [...path, indexedCount + index])] : [],
  );
  return { name: node.name, kind: node.kind, variables };
}
