/**
 * The text that a replacement makes, from its pieces. Longer than texts may be is an error that programs catch, and the length is known
 * before a text is made. V8: ReplacementStringBuilder in src/strings/string-builder.cc.
 */
import { throwRangeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { maxTextLength } from '../execution/meter.ts';
import {
  applyReplacement,
  compileReplacement,
  type Match,
  type Replacement,
  replacementLength,
} from './substitution.ts';

export class ReplacedText {
  private readonly isolate: Isolate;
  private readonly text: string;
  private readonly template: string;
  private replacement: Replacement | undefined;
  private result = '';
  private length = 0;
  private end = 0;
  /** More than memory has room for: all that is left to find out is whether it is an error. */
  private isCounting = false;

  constructor(isolate: Isolate, text: string, template: string) {
    this.isolate = isolate;
    this.text = text;
    this.template = template;
  }

  /** The next match, from the left. */
  replace(match: Match): void {
    const { text, end } = this;
    if (end < match.position) {
      this.lengthen(match.position - end);
      if (!this.isCounting) this.result += text.slice(end, match.position);
    }
    this.end = match.position + match.matched.length;
    this.replacement ??= compileReplacement(this.template, match.captures.length, match.groups !== undefined);
    const { replacement } = this;
    this.lengthen(replacementLength(replacement, match));
    if (this.isCounting) return;
    const before = this.result;
    const replaced = applyReplacement(replacement, match);
    this.isolate.meter.work(replacement.length);
    this.isolate.meter.lengthen(before, replaced);
    this.result = before + replaced;
  }

  finish(): string {
    const { text, end } = this;
    this.lengthen(text.length - end);
    if (this.isCounting) this.isolate.meter.text(this.length);
    return this.result + text.slice(end);
  }

  private lengthen(by: number): void {
    this.length += by;
    if (this.length > maxTextLength) throwRangeError(this.isolate, 'InvalidStringLength');
    if (!this.isolate.meter.isTooLong(this.length)) return;
    this.isCounting = true;
    this.result = '';
  }
}
