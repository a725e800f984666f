/** Inline caches and feedback vectors. */
import {
  type FeedbackAnswer,
  type FeedbackProgram,
  type IcSite,
  siteName,
  siteText,
  type SlotAnswer,
} from './feedback-answer.ts';
import { ourFeedback } from './our-feedback.ts';
import { type Corpus, MetricCount, type Part } from './part.ts';

interface ProgramRow extends FeedbackProgram {
  readonly program: string;
}

interface SiteRow extends IcSite {
  readonly id: string;
  readonly program: string;
  readonly rule: string;
}

interface SlotsRow {
  readonly program: string;
  readonly rule: string;
  readonly fn: string;
  readonly slots: readonly SlotAnswer[];
}

export const icPart: Part = {
  name: 'ic',
  measure(corpus) {
    const ours = answers(corpus);
    const final = new MetricCount('final state of a site', 98);
    const several = new MetricCount('final state, sites that change more than once', 95);
    const transitions = new MetricCount('transitions of a site', 96);
    const modifiers = new MetricCount('modifiers of a site');
    for (const row of corpus.rows<SiteRow>('ic.jsonl')) {
      const answer = ours.get(row.program)!;
      const site =
        typeof answer === 'string' ? undefined : answer.sites.find((each) => siteName(each) === siteName(row));
      const text = (): string =>
        `${row.program} ${siteName(row)} ${row.key}: V8 ${siteText(row)} | ours ${
          typeof answer === 'string' ? answer : site === undefined ? 'none' : siteText(site)
        }`;
      const isFinalEqual = finalMark(site) === finalMark(row);
      final.count(row, isFinalEqual, text);
      if (row.transitions.split('>').length > 2) several.count(row, isFinalEqual, text);
      transitions.count(row, site?.transitions === row.transitions, text);
      modifiers.count(row, site?.modifiers.join() === row.modifiers.join(), text);
    }
    const slots = new MetricCount('slots of feedback vectors, kind and state', 95);
    const vectors = new MetricCount('whole feedback vectors', 95);
    for (const row of corpus.rows<SlotsRow>('ic-slots.jsonl')) {
      const answer = ours.get(row.program)!;
      const vector = typeof answer === 'string' ? undefined : answer.vectors.get(row.fn);
      const id = { id: row.program, rule: row.rule };
      for (const slot of row.slots) {
        const ourSlot = vector?.find(([index]) => index === slot[0]);
        slots.count(
          id,
          ourSlot?.join() === slot.join(),
          () => `${row.fn}: V8 ${slot.join(' ')} | ours ${ourSlot?.join(' ')}`,
        );
      }
      vectors.count(
        id,
        JSON.stringify(vector) === JSON.stringify(row.slots),
        () => `${row.fn}: V8 ${JSON.stringify(row.slots)} | ours ${JSON.stringify(vector)}`,
      );
    }
    return [final, several, transitions, modifiers, slots, vectors];
  },
  show(corpus, id) {
    const site = corpus.rows<SiteRow>('ic.jsonl').find((row) => row.id === id);
    const program = corpus.rows<ProgramRow>('ic-programs.jsonl').find((row) => row.program === (site?.program ?? id));
    if (program === undefined) return undefined;
    const ours = attempt(program);
    const lines = [program.code, ...(site === undefined ? [] : [`V8: ${siteName(site)} ${siteText(site)}`])];
    if (typeof ours === 'string') return [...lines, ours].join('\n');
    for (const each of ours.sites) lines.push(`ours: ${siteName(each)} ${each.key} ${siteText(each)}`);
    for (const [name, slots] of ours.vectors) lines.push(`ours: ${name} ${JSON.stringify(slots)}`);
    return lines.join('\n');
  },
};

const finalMark = (site: IcSite | undefined): string | undefined => site?.transitions.split('>').at(-1);

function answers(corpus: Corpus): Map<string, FeedbackAnswer | string> {
  return new Map(corpus.rows<ProgramRow>('ic-programs.jsonl').map((row) => [row.program, attempt(row)]));
}

function attempt(program: FeedbackProgram): FeedbackAnswer | string {
  try {
    return ourFeedback(program);
  } catch (error) {
    return String(error);
  }
}
