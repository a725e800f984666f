/**
 * Programs of our own, at least one for each rule by which inline caches and operators learn. They are in the folder feedback, a
 * file for each family; above each program stand its rule and the functions whose feedback is compared.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FeedbackProgram } from '../agreement/feedback-answer.ts';

const folder = path.join(import.meta.dirname, 'feedback');

export const feedbackPrograms: readonly (FeedbackProgram & { readonly rule: string })[] = readdirSync(folder).flatMap(
  (name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split(/^\/\/ == /m)
      .slice(1)
      .map((section) => {
        const [, rule, functions, code] = /^(.*) \| (.*)\n([^]*)$/.exec(section)!;
        return { rule: rule!, functions: functions!.split(', ').filter((each) => each !== ''), code: code!.trimEnd() };
      }),
);
