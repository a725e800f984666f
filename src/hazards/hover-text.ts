/** Markdown of the hovers: the verdict first, then what happened, what it costs, when it is free, what to do instead. */
import type { Seen } from './site-evidence.ts';

export interface HoverParts {
  /** One line. */
  readonly verdict: string;
  readonly run: string;
  /** What there is to see in it, as a Markdown table: shape-table.ts. */
  readonly table?: string;
  readonly cost: string;
  readonly free: string;
  readonly instead: string;
  /** JavaScript that does it better. */
  readonly code: string;
}

export function hoverMarkdown({ verdict, run, table, cost, free, instead, code }: HoverParts): string {
  return [
    `**${verdict}**`,
    `In this run: ${run}`,
    ...(table === undefined ? [] : [table]),
    `Cost: ${cost}`,
    `Free: ${free}`,
    `Instead: ${instead}`,
    `\`\`\`js\n${code}\n\`\`\``,
  ].join('\n\n');
}

/** The sentence about a run that is the same for all hazards: nothing known, or never reached. */
export function runOr(seen: Seen, reached: () => string): string {
  if (!seen.isKnown) return 'nothing is known, the file did not run.';
  if (seen.count === 0) return 'it was not reached.';
  return reached();
}

export function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${grouped(count)} times`;
}

/** `1 key`, `1,200 keys`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `512 bytes`, `14 KB`, `12 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 10 * 1024) return `${grouped(bytes)} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 10 * 1024 ? `${grouped(Math.round(kilobytes))} KB` : `${grouped(Math.round(kilobytes / 1024))} MB`;
}

/** Text of the user's program as inline code: one line, short, and unable to end the code span. */
export function inlineCode(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('`', 'ˋ');
  return `\`${line.length > 40 ? `${line.slice(0, 39)}…` : line}\``;
}

/** The same for a plain-text message. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return `'${line.length > 40 ? `${line.slice(0, 39)}…` : line}'`;
}
