/** Tiers in words: what each is, what happened on the way there, what the budget says. */
import { tierNames } from '../../src/protocol/engine-views.ts';
import type { FunctionTierView, TierName, TiersView, TierStepView } from '../../src/protocol/engine-views.ts';
import { count, formatNumber } from '../words.ts';

export const tierWords: Readonly<
  Record<TierName, { readonly name: string; readonly letter: string; readonly text: string }>
> = {
  ignition: { name: 'Ignition', letter: 'I', text: 'the interpreter: runs bytecode, and notes what it meets' },
  sparkplug: { name: 'Sparkplug', letter: 'S', text: 'machine code made of bytecode, one to one, as fast as possible' },
  maglev: { name: 'Maglev', letter: 'M', text: 'optimised for what the caches have met, quickly made' },
  turbofan: { name: 'TurboFan', letter: 'T', text: 'optimised as far as V8 can, for what the caches have met' },
};

/** Which of the strip's steps a function has come to; `marked`: the next call takes it there. */
export function stripOf(
  view: Pick<FunctionTierView, 'tier' | 'request' | 'hasBaselineCode'>,
  engineTiers: readonly TierName[],
): { readonly tier: TierName; readonly is: 'now' | 'passed' | 'marked' | 'ahead' }[] {
  const at = tierNames.indexOf(view.tier);
  return engineTiers.map((tier) => {
    const index = tierNames.indexOf(tier);
    if (tier === view.request) return { tier, is: 'marked' };
    // Optimised code may come before baseline code.
    const isSkipped = tier === 'sparkplug' && !view.hasBaselineCode;
    return { tier, is: index === at ? 'now' : index < at && !isSkipped ? 'passed' : 'ahead' };
  });
}

/** How soon, in an engine that counts calls or in one that counts bytes. */
export function scaleWords({ maglevCalls, turbofanCalls, tickBytes }: Omit<TiersView, 'functions'>): string {
  const calls = [
    ...(maglevCalls === undefined ? [] : [`Maglev about ${formatNumber(maglevCalls)} calls`]),
    ...(turbofanCalls === undefined ? [] : [`TurboFan ${formatNumber(turbofanCalls)}`]),
  ];
  if (maglevCalls === undefined && turbofanCalls !== undefined)
    calls[0] = `TurboFan about ${formatNumber(turbofanCalls)} calls`;
  if (tickBytes !== undefined) calls.push(`TurboFan after a few times ${formatNumber(tickBytes)} bytes of bytecode`);
  return calls.length === 0 ? 'nothing is optimised' : calls.join(', ');
}

/** Never "installed at": when optimised code is ready is up to the machine, when it is asked for is not. */
export function stepWords({ kind, tier, calls, reason }: TierStepView): string {
  const after = `after ${count(calls, 'call')}`;
  const name = tier === undefined ? '' : tierWords[tier].name;
  switch (kind) {
    case 'feedback':
      return `got its feedback vector ${after}`;
    case 'baseline':
      return `Sparkplug code ${after}`;
    case 'marked':
      return `marked for ${name} ${after}`;
    case 'replaced':
      return `its running loop goes on in ${name}`;
    case 'reset':
      return `waits longer: ${reason}`;
    case 'deoptimized':
      return `deoptimised from ${name}: ${reason}`;
  }
}

export const stepTitles: Readonly<Record<TierStepView['kind'], string>> = {
  feedback: 'From now on its caches remember what they meet. V8: feedback allocation',
  baseline: 'Machine code without optimisation, made for several functions at once. V8: baseline batch compilation',
  marked: 'Its budget was used up: the next call has it compiled. When the code is ready depends on the machine',
  replaced: 'The loop ran so long that its frame is replaced while it runs. V8: on-stack replacement (OSR)',
  reset: 'What an inline cache has learned is new: the budget starts over, so that code is not optimised too early',
  deoptimized: 'What the optimised code relied on did not hold: the frame goes on in Ignition',
};

/** The bar's words: `until Maglev: 1,200 of 17,600 bytes left`. */
export function budgetWords({ budget, bytes }: Pick<FunctionTierView, 'budget' | 'bytes'>): string {
  const { left, of, purpose } = budget;
  if (purpose.startsWith('nothing')) return 'it is not optimised any further';
  const calls = bytes > 0 ? `, about ${count(Math.max(Math.ceil(left / bytes), 1), 'call')}` : '';
  return `until ${purpose}: ${formatNumber(left)} of ${formatNumber(of)} bytes left${calls}`;
}
