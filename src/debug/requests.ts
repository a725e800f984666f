/**
 * What a client may ask the debug adapter: for each request its arguments and the body of its answer. `Handlers` is complete and
 * holds nothing twice, or it does not compile.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { LaunchAttributes } from './debuggee.ts';
import type { Session } from './session.ts';

interface Asking<Arguments, Response extends Dap.Response> {
  readonly arguments: Arguments;
  readonly body: Body<Response>;
}

/** `void` for the responses that carry nothing: their body is declared as any. */
type Body<Response extends Dap.Response> = 0 extends 1 & Response['body'] ? void : NonNullable<Response['body']>;

/** A moment as clients are told of it; `step` is left out between two bytecodes. See questions.ts: Moment. */
export interface MomentBody {
  readonly event: number;
  readonly step?: number;
}

export type LaunchArguments = Dap.LaunchRequestArguments &
  LaunchAttributes & {
    /** Stop before the first statement, not at the first breakpoint. */
    readonly stopOnEntry?: boolean;
  };

export interface Requests {
  initialize: Asking<Dap.InitializeRequestArguments, Dap.InitializeResponse>;
  configurationDone: Asking<Dap.ConfigurationDoneArguments | undefined, Dap.ConfigurationDoneResponse>;
  launch: Asking<LaunchArguments, Dap.LaunchResponse>;
  restart: Asking<Dap.RestartArguments | undefined, Dap.RestartResponse>;
  disconnect: Asking<Dap.DisconnectArguments | undefined, Dap.DisconnectResponse>;
  terminate: Asking<Dap.TerminateArguments | undefined, Dap.TerminateResponse>;
  breakpointLocations: Asking<Dap.BreakpointLocationsArguments, Dap.BreakpointLocationsResponse>;
  setBreakpoints: Asking<Dap.SetBreakpointsArguments, Dap.SetBreakpointsResponse>;
  setFunctionBreakpoints: Asking<Dap.SetFunctionBreakpointsArguments, Dap.SetFunctionBreakpointsResponse>;
  setExceptionBreakpoints: Asking<Dap.SetExceptionBreakpointsArguments, Dap.SetExceptionBreakpointsResponse>;
  dataBreakpointInfo: Asking<Dap.DataBreakpointInfoArguments, Dap.DataBreakpointInfoResponse>;
  setDataBreakpoints: Asking<Dap.SetDataBreakpointsArguments, Dap.SetDataBreakpointsResponse>;
  setInstructionBreakpoints: Asking<Dap.SetInstructionBreakpointsArguments, Dap.SetInstructionBreakpointsResponse>;
  continue: Asking<Dap.ContinueArguments, Dap.ContinueResponse>;
  next: Asking<Dap.NextArguments, Dap.NextResponse>;
  stepIn: Asking<Dap.StepInArguments, Dap.StepInResponse>;
  stepOut: Asking<Dap.StepOutArguments, Dap.StepOutResponse>;
  stepBack: Asking<Dap.StepBackArguments, Dap.StepBackResponse>;
  reverseContinue: Asking<Dap.ReverseContinueArguments, Dap.ReverseContinueResponse>;
  restartFrame: Asking<Dap.RestartFrameArguments, Dap.RestartFrameResponse>;
  pause: Asking<Dap.PauseArguments, Dap.PauseResponse>;
  threads: Asking<undefined, Dap.ThreadsResponse>;
  stackTrace: Asking<Dap.StackTraceArguments, Dap.StackTraceResponse>;
  scopes: Asking<Dap.ScopesArguments, Dap.ScopesResponse>;
  variables: Asking<Dap.VariablesArguments, Dap.VariablesResponse>;
  setVariable: Asking<Dap.SetVariableArguments, Dap.SetVariableResponse>;
  setExpression: Asking<Dap.SetExpressionArguments, Dap.SetExpressionResponse>;
  evaluate: Asking<Dap.EvaluateArguments, Dap.EvaluateResponse>;
  completions: Asking<Dap.CompletionsArguments, Dap.CompletionsResponse>;
  exceptionInfo: Asking<Dap.ExceptionInfoArguments, Dap.ExceptionInfoResponse>;
  stepInTargets: Asking<Dap.StepInTargetsArguments, Dap.StepInTargetsResponse>;
  source: Asking<Dap.SourceArguments, Dap.SourceResponse>;
  loadedSources: Asking<Dap.LoadedSourcesArguments | undefined, Dap.LoadedSourcesResponse>;
  locations: Asking<Dap.LocationsArguments, Dap.LocationsResponse>;
  disassemble: Asking<Dap.DisassembleArguments, Dap.DisassembleResponse>;
  /** Ours: the stop goes to an event of the run, as the sidebar's cursor does. */
  'underhood/seek': { readonly arguments: { readonly event: number }; readonly body: MomentBody };
  /** Ours: the stop goes back to where what a data breakpoint would watch got its value, past everything else. */
  'underhood/lastChange': { readonly arguments: { readonly dataId: string }; readonly body: void };
  /** Ours: where the stop is. */
  'underhood/moment': { readonly arguments: undefined; readonly body: MomentBody };
}

export type Command = keyof Requests;
export type Arguments<Name extends Command> = Requests[Name]['arguments'];
export type Answered<Name extends Command> = Requests[Name]['body'];

export type Handler<Name extends Command> = (
  session: Session,
  asked: Arguments<Name>,
) => Answered<Name> | Promise<Answered<Name>>;

export type Handlers = { readonly [Name in Command]: Handler<Name> };

/** What DAP has and Underhood has not, each with what is said to somebody who asks for it. */
export const refused: Readonly<Record<string, string>> = {
  attach: 'Underhood runs programs itself and cannot attach to one: use launch',
  goto: 'Underhood goes to moments of the run, not to lines: use underhood/seek',
  gotoTargets: 'Underhood goes to moments of the run, not to lines: use underhood/seek',
  modules: 'A simulated run has no modules of machine code: loadedSources lists its files',
  readMemory: 'The simulated heap has no bytes to read',
  terminateThreads: 'A run has one thread, which ends with the session',
  writeMemory: 'The simulated heap has no bytes to write',
};

/** The events that the adapter sends, with their bodies. */
export interface Events {
  initialized: undefined;
  stopped: Dap.StoppedEvent['body'];
  continued: Dap.ContinuedEvent['body'];
  exited: Dap.ExitedEvent['body'];
  terminated: undefined;
  output: Dap.OutputEvent['body'];
  breakpoint: Dap.BreakpointEvent['body'];
  invalidated: Dap.InvalidatedEvent['body'];
  /** Ours: where the stop is now, after each of them. */
  'underhood/moment': MomentBody;
  /** Ours: the text was edited; what is debugged is from before. */
  'underhood/stale': { readonly message: string };
}
