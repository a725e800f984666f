/** What the debugger can do, as clients are told first. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { type StopEvent, stopEvents } from '../protocol/questions.ts';
import type { Handler } from './requests.ts';

export const initialize: Handler<'initialize'> = (session, asked) => {
  session.dialect = {
    firstLine: asked.linesStartAt1 === false ? 0 : 1,
    firstColumn: asked.columnsStartAt1 === false ? 0 : 1,
  };
  // Breakpoints may come from now on: they find their places once the run is recorded.
  session.later(() => session.emit('initialized', undefined));
  return capabilities;
};

/** V8's inspector stops at exceptions that nobody catches unless it is told not to. */
const initialFilters: ReadonlySet<StopEvent> = new Set<StopEvent>(['uncaught']);

const filters: readonly Dap.ExceptionBreakpointsFilter[] = (Object.keys(stopEvents) as StopEvent[]).map((filter) => ({
  filter,
  label: stopEvents[filter],
  default: initialFilters.has(filter),
  supportsCondition: true,
  conditionDescription: 'An expression: the run stops there only where it is true',
}));

const capabilities: Dap.Capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsFunctionBreakpoints: true,
  supportsConditionalBreakpoints: true,
  supportsHitConditionalBreakpoints: true,
  supportsLogPoints: true,
  supportsDataBreakpoints: true,
  supportsInstructionBreakpoints: true,
  supportsBreakpointLocationsRequest: true,
  supportsExceptionFilterOptions: true,
  exceptionBreakpointFilters: [...filters],
  supportsExceptionInfoRequest: true,
  supportsStepBack: true,
  supportsSteppingGranularity: true,
  supportsStepInTargetsRequest: true,
  supportsRestartFrame: true,
  supportsRestartRequest: true,
  supportsTerminateRequest: true,
  supportsCancelRequest: true,
  supportsDelayedStackTraceLoading: true,
  supportsSetVariable: true,
  supportsSetExpression: true,
  supportsEvaluateForHovers: true,
  supportsClipboardContext: true,
  supportsValueFormattingOptions: true,
  supportsCompletionsRequest: true,
  completionTriggerCharacters: ['.', '['],
  supportsLoadedSourcesRequest: true,
  supportsDisassembleRequest: true,
};
