/** The engines that are compared, with what is asked of each. */

export interface Contender {
  /** The column's head. */
  readonly title: string;
  readonly file: string;
  readonly flags: readonly string[];
  /** Slow engines get the small inputs, and are held against `node --jitless` on the same small inputs. */
  readonly input: 'size' | 'small';
  /** Runs that count, at most. */
  readonly rounds: number;
  /** From npm: installed when it is asked for. */
  readonly isPeer: boolean;
}

function contender(title: string, file: string, changes: Partial<Contender> = {}): Contender {
  return { title, file, flags: [], input: 'size', rounds: 7, isPeer: false, ...changes };
}

export const contenders = {
  jitless: contender('node --jitless', 'node', { flags: ['--jitless', '--no-warnings'] }),
  underhood: contender('Underhood', 'underhood'),
  recorded: contender('Underhood, recording', 'underhood-log'),
  /** The same, from another checkout (`--against DIR`): what a change brings. */
  against: contender('Underhood, other tree', 'underhood'),
  node: contender('node', 'node'),
  quickjs: contender('quickjs-emscripten', 'quickjs', { isPeer: true }),
  sval: contender('sval', 'sval', { isPeer: true, rounds: 2 }),
  'js-interpreter': contender('js-interpreter', 'js-interpreter', { isPeer: true, input: 'small', rounds: 2 }),
  engine262: contender('engine262', 'engine262', { isPeer: true, input: 'small', rounds: 1 }),
} as const satisfies Record<string, Contender>;

export type ContenderName = keyof typeof contenders;

export const contenderNames = Object.keys(contenders) as ContenderName[];

/** Those of a run that names none. */
export const usualContenders = contenderNames.filter((name) => name !== 'against');

/** What all others are divided by. */
export const reference: ContenderName = 'jitless';
