/**
 * What can be asked about a recorded run and a moment of it: the table of questions that the recorder answers, in the
 * worker's thread or in the same one. The debugger is built on these alone. DAP: the requests of the same names, without
 * references and without lines: positions are offsets into scripts, values are reached by paths.
 *
 * The page may not ask these itself: it imports the rest of this folder, but not this file.
 */
import type { RunClaims } from './claims.ts';
import type { EngineQuestions, Question } from './engine-questions.ts';
import type { MomentView, ScopeKind, VariableView } from './moment.ts';

/**
 * A moment of a run. With `step`: so many bytecodes have run and nothing has come of the next one, whose frame is on top; a
 * statement that begins with it has not been told of yet, a call or a turn that led to it has. Debuggers stop there. `event` is
 * then where panel and timeline stand, by convention the last event with no more bytecodes before it.
 * Without `step`: the very moment of an event, as the timeline's cursor can be at any.
 */
export interface Moment {
  readonly event: number;
  readonly step?: number;
}

/**
 * Where a value is in a moment: the index of a frame (the innermost is 0; -1: no frame, the global scope), then the index
 * of a scope, then indices of children as `children` lists them. What an expression gave begins with `evaluated`, -2, then the
 * number of the evaluation.
 */
export type ValuePath = readonly number[];
export const evaluated = -2;

/** A place in a script: an index into the log's scripts, and an offset into its text. */
export interface Place {
  readonly script: number;
  readonly offset: number;
}

// ---------------------------------------------------------------------------------------------------------------------
// What a moment holds

export interface StackFrameView {
  /**
   * `async`: how the frames below it, which ran earlier, led to those above (`await`, `setTimeout`): it has a name and
   * nothing else. `builtin`: frames of builtins that lie on each other, as one.
   */
  readonly kind: 'guest' | 'builtin' | 'async';
  /** As V8's stack traces name the function. */
  readonly name: string;
  readonly place: Place | undefined;
  /** What paths begin with; -1 for what no longer is on the stack. */
  readonly frame: number;
  /** The event that pushed it, -1 if none did. */
  readonly pushedBy: number;
  /** For frames on the stack: the function in the log's table, and V8's byte offset of the instruction that runs. */
  readonly functionIndex: number;
  readonly byteOffset: number;
}

export interface ScopeView {
  readonly name: string;
  readonly kind: ScopeKind;
  readonly path: ValuePath;
  /** Of the text that the scope covers, where it covers a part of the frame's script. */
  readonly start?: number;
  readonly end?: number;
  /** Not worth fetching before somebody asks. */
  readonly isExpensive: boolean;
}

export interface ChildView extends VariableView {
  /** How many children it has that are named, and that are numbered. */
  readonly namedCount: number;
  readonly indexedCount: number;
  /** An expression that gives the value in the frame; without one it cannot be set. */
  readonly evaluateName?: string;
  /** Not a property of the program: `[[Prototype]]`, a hidden class, a register. */
  readonly isInternal: boolean;
  /** A getter: asking for its one child runs it, on a copy of the run. */
  readonly isAccessor: boolean;
  readonly isReadOnly: boolean;
  /** Of a function: where it was written. */
  readonly place?: Place;
}

export interface EvaluationView {
  readonly value: ChildView;
  readonly isError: boolean;
  /** What it printed, line by line. */
  readonly console: readonly string[];
}

export interface CompletionView {
  readonly label: string;
  readonly kind: 'variable' | 'property' | 'method' | 'function' | 'class' | 'keyword';
  readonly detail: string;
}

export interface ExceptionView {
  /** The constructor's name, such as TypeError; the type of what is thrown if it is no object. */
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly breakMode: 'uncaught' | 'caught' | 'unhandled';
}

// ---------------------------------------------------------------------------------------------------------------------
// Going somewhere

/** V8: debug::BreakLocationType. */
export interface BreakLocation extends Place {
  readonly kind: 'statement' | 'call' | 'return' | 'debugger';
  /** -1 for a function that was never called. */
  readonly functionIndex: number;
  /** Offsets of the function's text. */
  readonly functionStart: number;
  readonly functionEnd: number;
}

export type StepKind = 'in' | 'over' | 'out' | 'back';
/** DAP: SteppingGranularity. */
export type Granularity = 'statement' | 'line' | 'instruction';

/** Each of them with the identity by which a Stop tells what was hit. */
export interface StopCondition {
  readonly id: number;
  /** An expression; the stop counts if it is true in the frame that is on top. */
  readonly condition?: string;
  /** As in other JavaScript debuggers: a count, or a comparison or % with one: `5`, `>= 5`, `% 2`. */
  readonly hitCondition?: string;
}

export interface BreakpointCondition extends StopCondition {
  readonly place: Place;
  /** A logpoint: the text is printed, with what stands in braces evaluated, and the run goes on. */
  readonly logMessage?: string;
}

export interface FunctionBreakpointCondition extends StopCondition {
  readonly name: string;
}

export interface InstructionBreakpointCondition extends StopCondition {
  readonly functionIndex: number;
  readonly byteOffset: number;
}

/** A variable or property changes. What it is was found out at a moment (`dataBreakpointInfo`). */
export interface DataBreakpointCondition extends StopCondition {
  readonly moment: Moment;
  readonly path: ValuePath;
}

/** What the engine or the loop does, which a run can stop at. */
export const stopEvents = {
  uncaught: 'Uncaught exceptions',
  caught: 'Caught exceptions',
  unhandledRejection: 'Unhandled rejections',
  dictionaryMode: 'An object goes to dictionary mode',
  megamorphic: 'An inline cache turns megamorphic',
  deoptimized: 'A function is deoptimised',
  microtaskCheckpoint: 'A microtask checkpoint begins',
  garbageCollection: 'Garbage is collected',
} as const;
export type StopEvent = keyof typeof stopEvents;

export interface EventCondition extends StopCondition {
  readonly stopAt: StopEvent;
}

export interface StopConditions {
  readonly breakpoints: readonly BreakpointCondition[];
  readonly functions: readonly FunctionBreakpointCondition[];
  readonly instructions: readonly InstructionBreakpointCondition[];
  readonly data: readonly DataBreakpointCondition[];
  readonly events: readonly EventCondition[];
}

/** Nothing stops the run but its ends. */
export const noConditions: StopConditions = {
  breakpoints: [],
  functions: [],
  instructions: [],
  data: [],
  events: [],
};

/** DAP: reason of the stopped event; `start` and `end`: the run has nothing more in that direction. */
export type StopReason =
  | 'step'
  | 'breakpoint'
  | 'function breakpoint'
  | 'data breakpoint'
  | 'instruction breakpoint'
  | 'exception'
  | 'debugger statement'
  | 'event'
  | 'start'
  | 'end';

export interface Stop {
  readonly moment: Moment;
  readonly reason: StopReason;
  /** Of the conditions that hold there. */
  readonly ids: readonly number[];
  /** A sentence for the user, where the reason does not say all: `total: 1 → 2`. */
  readonly detail?: string;
  /** Where it happened, if the top frame is past it already: the assignment, for `total: 1 → 2`. */
  readonly place?: Place;
}

export interface Journey {
  readonly stop: Stop;
  /** What logpoints said on the way, in the order of the run. */
  readonly logs: readonly { readonly moment: Moment; readonly text: string; readonly place: Place }[];
  /** Conditions that threw, each once, with the message. */
  readonly problems: readonly { readonly id: number; readonly message: string }[];
}

export interface InstructionView {
  readonly functionIndex: number;
  readonly byteOffset: number;
  /** As `node --print-bytecode` prints it. */
  readonly text: string;
  readonly place: Place | undefined;
}

// ---------------------------------------------------------------------------------------------------------------------
// Beside the code

export interface StatementAnnotation {
  readonly offset: number;
  /** How often it ran in the whole run. */
  readonly count: number;
  readonly firstEvent: number;
}

export interface FunctionAnnotation {
  readonly functionIndex: number;
  readonly calls: number;
  /** Bytecodes that ran in the function itself, not in what it called. */
  readonly steps: number;
  readonly firstCall: number;
}

/** What the names in a statement held when it was done, the last time it ran. */
export interface ValueAnnotation {
  readonly offset: number;
  readonly values: readonly { readonly name: string; readonly value: string }[];
}

// ---------------------------------------------------------------------------------------------------------------------

/** At a moment, in a frame of it (-1: in none, the global scope). */
interface InFrame {
  readonly moment: Moment;
  readonly frame: number;
}

export interface Questions extends EngineQuestions {
  /** What the run claims of V8, for a real one to be held against. */
  claims: Question<Readonly<Record<never, never>>, { readonly claims: RunClaims }>;
  /** What the sidebar shows of an event: the stack, and of each frame its own scopes. */
  inspect: Question<{ readonly event: number }, MomentView>;
  /** The next event after `after` (searching round from the start) that executes something between the two offsets; -1: none. */
  find: Question<
    { readonly after: number; readonly script: number; readonly start: number; readonly end: number },
    { readonly event: number }
  >;

  /** The innermost frame first; `total` counts them all. */
  stack: Question<{ readonly moment: Moment }, { readonly frames: readonly StackFrameView[] }>;
  scopes: Question<InFrame, { readonly scopes: readonly ScopeView[] }>;
  children: Question<
    {
      readonly moment: Moment;
      readonly path: ValuePath;
      readonly filter?: 'named' | 'indexed';
      readonly start?: number;
      readonly count?: number;
    },
    /** `total`: how many there are of those that the filter lets through, holes included. */
    { readonly children: readonly ChildView[]; readonly total: number }
  >;
  /** On a copy of the run: nothing that the expression does is seen by the run. */
  evaluate: Question<
    InFrame & { readonly expression: string },
    { readonly evaluation: EvaluationView } | { readonly problem: string }
  >;
  /** What can stand at the end of a text that is being written. */
  completions: Question<InFrame & { readonly text: string }, { readonly completions: readonly CompletionView[] }>;
  /** What is thrown at the moment. */
  exception: Question<{ readonly moment: Moment }, { readonly exception: ExceptionView | undefined }>;

  /** In the order of their offsets. Functions that were never called count too. */
  breakLocations: Question<
    { readonly script: number; readonly start: number; readonly end: number },
    { readonly locations: readonly BreakLocation[] }
  >;
  /** `target`: one of `stepInTargets`, for 'in'. */
  step: Question<
    {
      readonly moment: Moment;
      readonly kind: StepKind;
      readonly granularity: Granularity;
      readonly target?: number;
      readonly conditions: StopConditions;
    },
    Journey
  >;
  /** Calls in the statement that begins at the moment: where the call stands, by which it is chosen, and what it calls. */
  stepInTargets: Question<
    InFrame,
    {
      readonly targets: readonly {
        readonly id: number;
        readonly name: string;
        readonly start: number;
        readonly end: number;
      }[];
    }
  >;
  /** Without a moment, from the run's start (or its end, backwards). */
  continue: Question<
    { readonly moment?: Moment; readonly direction: 'forward' | 'backward'; readonly conditions: StopConditions },
    Journey
  >;
  /** The same moment between two bytecodes, where it is one: a statement begins at a boundary. */
  boundary: Question<{ readonly moment: Moment }, { readonly moment: Moment | undefined }>;
  /** Where a frame of the moment began. */
  restartFrame: Question<InFrame, Journey>;
  /** Whether changes of what is at the path can be watched, and what it is called: `total`, `Point.x`. */
  dataBreakpointInfo: Question<
    { readonly moment: Moment; readonly path: ValuePath },
    { readonly name: string; readonly problem?: string }
  >;
  /** All instructions of a function. */
  disassemble: Question<{ readonly functionIndex: number }, { readonly instructions: readonly InstructionView[] }>;
  /** What ran in a script, and how often. */
  annotations: Question<
    { readonly script: number },
    {
      readonly statements: readonly StatementAnnotation[];
      readonly functions: readonly FunctionAnnotation[];
      /** Of the whole run. */
      readonly steps: number;
    }
  >;
  /** Of each line of a script its last visit up to an event: in the order of the offsets. */
  lineValues: Question<
    { readonly script: number; readonly event: number },
    { readonly lines: readonly ValueAnnotation[] }
  >;
  /** What the program printed after one event, up to and including another. */
  console: Question<
    { readonly after: number; readonly upTo: number },
    {
      readonly lines: readonly {
        readonly event: number;
        readonly text: string;
        readonly isError: boolean;
        readonly place: Place | undefined;
      }[];
    }
  >;
}

export type QuestionName = keyof Questions;

export type Asked<Name extends QuestionName> = Questions[Name]['asked'];
export type Answer<Name extends QuestionName> = Questions[Name]['answer'];

/** Somebody who answers: the recorder itself, or a channel to it. */
export type Answers = { readonly [Name in QuestionName]: (asked: Asked<Name>) => Answer<Name> };
