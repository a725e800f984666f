/** A recorded program that stands at one of its `debugger` statements. */
import { answersOf } from '../../../src/recorder/answers.ts';
import { RecordedRun } from '../../../src/recorder/recorded-run.ts';
import { eventTypeIds } from '../../../src/protocol/events.ts';
import type { RunEnvironment } from '../../../src/protocol/run.ts';
import type { Answers, ChildView, EvaluationView, Moment, ValuePath } from '../../../src/protocol/questions.ts';
import { runProgram } from '../run-program.ts';

export interface PausedProgram {
  readonly run: RecordedRun;
  readonly answers: Answers;
  readonly moment: Moment;
  /** Children of a path, by name. */
  readonly children: (path: ValuePath) => Readonly<Record<string, ChildView>>;
  /** Variables of all scopes of a frame but the global one and the registers: the name and the value of each. */
  readonly variables: (frame?: number) => Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly evaluate: (expression: string, frame?: number) => EvaluationView;
  /** The value in short, or what is thrown, or the problem. */
  readonly shown: (expression: string, frame?: number) => string;
}

export function pausedAt(source: string, changes: Partial<RunEnvironment> = {}, occurrence = 0): PausedProgram {
  const { simulation } = runProgram(source, changes, 'log');
  const run = new RecordedRun(simulation);
  const { log } = run;
  const places: number[] = [];
  for (let at = source.indexOf('debugger'); at >= 0; at = source.indexOf('debugger', at + 1)) places.push(at);
  const events = [...log.type.keys()].filter(
    (event) => log.type[event] === eventTypeIds.statement && places.includes(log.position[event]!),
  );
  const event = events[occurrence];
  if (event === undefined) throw new Error('the program never comes to a debugger statement');
  return standing(run, { event, step: log.step[event]! });
}

export function standing(run: RecordedRun, moment: Moment): PausedProgram {
  const answers = answersOf(run);
  const children = (path: ValuePath): Record<string, ChildView> =>
    Object.fromEntries(answers.children({ moment, path }).children.map((child) => [child.name, child]));
  const evaluate = (expression: string, frame = 0): EvaluationView => {
    const answer = answers.evaluate({ moment, frame, expression });
    if ('problem' in answer) throw new Error(answer.problem);
    return answer.evaluation;
  };
  return {
    run,
    answers,
    moment,
    children,
    evaluate,
    shown: (expression, frame = 0) => {
      const answer = answers.evaluate({ moment, frame, expression });
      return 'problem' in answer ? answer.problem : answer.evaluation.value.value;
    },
    variables: (frame = 0) => {
      const { scopes } = answers.scopes({ moment, frame });
      const shown = scopes.filter(({ kind }) => kind !== 'global' && kind !== 'registers');
      return Object.fromEntries(
        shown.map(({ name, path }, index) => [
          `${index} ${name}`,
          Object.fromEntries(Object.values(children(path)).map((child) => [child.name, child.value])),
        ]),
      );
    },
  };
}
