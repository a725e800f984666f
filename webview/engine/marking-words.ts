/** A collection step by step, in words: its phases, and how each dot of the picture stands in each of them. */
import type { MarkedWave, MarkingView } from '../../src/protocol/heap-views.ts';
import * as words from '../words.ts';
import { bytesText } from './heap-words.ts';

export type Phase =
  { readonly kind: 'before' | 'unreachable' | 'freed' } | { readonly kind: 'wave'; readonly wave: number };

/** In their order: nothing is marked; the roots; wave by wave; what is left; what is left is gone. */
export function phasesOf({ waves }: MarkingView): readonly Phase[] {
  return [
    { kind: 'before' },
    ...waves.map((_, wave) => ({ kind: 'wave', wave }) as const),
    { kind: 'unreachable' },
    { kind: 'freed' },
  ];
}

/** Short, for the scrubber. */
export function phaseName({ waves }: MarkingView, phase: Phase): string {
  switch (phase.kind) {
    case 'before':
      return 'Nothing is marked';
    case 'wave':
      return phase.wave === 0 ? 'Roots' : `Wave ${phase.wave} of ${waves.length - 1}`;
    case 'unreachable':
      return 'What is left';
    case 'freed':
      return 'Freed';
  }
}

export function phaseText(view: MarkingView, phase: Phase): string {
  const { kind, waves, unreachable, notLookedAt } = view;
  const marked = totalOf(waves);
  switch (phase.kind) {
    case 'before': {
      const old = notLookedAt === 0 ? '' : ` ${amount({ objects: notLookedAt })} of old space are not looked at.`;
      return `${capitalized(amount({ objects: marked.objects + unreachable.objects, bytes: marked.bytes + unreachable.bytes }))}, and nobody knows yet which of them are still needed.${old}`;
    }
    case 'wave': {
      const wave = waves[phase.wave];
      if (wave === undefined) return '';
      const roots =
        kind === 'scavenge'
          ? 'frames, globals, the event loop and old objects refer to'
          : 'frames, globals and the event loop refer to';
      return `${capitalized(amount(wave))} that ${phase.wave === 0 ? roots : 'those of the wave before refer to'}.`;
    }
    case 'unreachable':
      return unreachable.objects === 0
        ? 'Everything has been reached: there is nothing to free.'
        : `Nothing leads to ${amount(unreachable)}: they have stayed white, and are freed.`;
    case 'freed':
      return freedText(view, marked);
  }
}

function freedText({ kind, unreachable }: MarkingView, marked: { readonly objects: number }): string {
  const stays = words.count(marked.objects, 'object');
  if (kind === 'none') return `A mark-compact at this moment would free ${amount(unreachable)} and keep ${stays}.`;
  if (kind === 'scavenge')
    return `${capitalized(amount(unreachable))} are gone. ${stays} were copied: those that had survived before are old now.`;
  return `${capitalized(amount(unreachable))} are gone. ${stays} stay, all of them in old space.`;
}

export function titleOf({ kind, reason }: MarkingView): string {
  if (kind === 'none') return 'A mark-compact at this moment';
  return `${kind === 'scavenge' ? 'Scavenge' : 'Mark-compact'} (${reason})`;
}

export type DotState = 'waiting' | 'now' | 'marked' | 'garbage' | 'freed' | 'aside';

/** `wave`: as in HeapDots. */
export function dotState(phase: Phase, wave: number): DotState {
  if (wave === -2) return 'aside';
  if (phase.kind === 'before') return 'waiting';
  if (phase.kind === 'wave') {
    if (wave < 0 || wave > phase.wave) return 'waiting';
    return wave === phase.wave ? 'now' : 'marked';
  }
  if (wave >= 0) return 'marked';
  return phase.kind === 'unreachable' ? 'garbage' : 'freed';
}

function totalOf(waves: readonly MarkedWave[]): { readonly objects: number; readonly bytes: number } {
  let objects = 0;
  let bytes = 0;
  for (const wave of waves) {
    objects += wave.objects;
    bytes += wave.bytes;
  }
  return { objects, bytes };
}

function amount({ objects, bytes }: { readonly objects: number; readonly bytes?: number }): string {
  return `${words.count(objects, 'object')}${bytes === undefined || objects === 0 ? '' : ` (${bytesText(bytes)})`}`;
}

const capitalized = words.capitalized;
