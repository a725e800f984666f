/** Who answers which request: one line for each. */
import {
  breakpointLocations,
  setBreakpoints,
  setExceptionBreakpoints,
  setFunctionBreakpoints,
} from './breakpoint-requests.ts';
import { completions } from './completions.ts';
import { dataBreakpointInfo, lastChange, setDataBreakpoints } from './data-breakpoints.ts';
import { disassemble, setInstructionBreakpoints } from './disassembly.ts';
import { evaluate } from './evaluate.ts';
import { initialize } from './initialize.ts';
import { configurationDone, disconnect, launch, restart, terminate } from './lifecycle.ts';
import type { Handlers } from './requests.ts';
import { moment, seek } from './seek.ts';
import { setExpression, setVariable } from './set-value.ts';
import { loadedSources, locations, source } from './source-requests.ts';
import { exceptionInfo, scopes, stackTrace, threads } from './stack.ts';
import {
  continueForward,
  next,
  pause,
  restartFrame,
  reverseContinue,
  stepBack,
  stepIn,
  stepInTargets,
  stepOut,
} from './stepping.ts';
import { variables } from './variables.ts';

export const handlers: Handlers = {
  initialize,
  configurationDone,
  launch,
  restart,
  disconnect,
  terminate,
  breakpointLocations,
  setBreakpoints,
  setFunctionBreakpoints,
  setExceptionBreakpoints,
  dataBreakpointInfo,
  setDataBreakpoints,
  setInstructionBreakpoints,
  continue: continueForward,
  next,
  stepIn,
  stepOut,
  stepBack,
  reverseContinue,
  restartFrame,
  pause,
  threads,
  stackTrace,
  scopes,
  variables,
  setVariable,
  setExpression,
  evaluate,
  completions,
  exceptionInfo,
  stepInTargets,
  source,
  loadedSources,
  locations,
  disassemble,
  'underhood/seek': seek,
  'underhood/lastChange': lastChange,
  'underhood/moment': moment,
};
