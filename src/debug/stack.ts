/** The call stack of the stop, its scopes, and what is thrown. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { ScopeKind } from '../protocol/moment.ts';
import type { ExceptionView, ScopeView, StackFrameView } from '../protocol/questions.ts';
import { DebugError } from './debug-error.ts';
import { addressOf } from './disassembly.ts';
import type { Handler } from './requests.ts';
import { type Session, threadId } from './session.ts';
import { stoppedAt } from './stop-words.ts';

export const threads: Handler<'threads'> = () => ({ threads: [{ id: threadId, name: 'JavaScript' }] });

export const stackTrace: Handler<'stackTrace'> = async (session, { startFrame = 0, levels = 0 }) => {
  const { moment, stop } = session;
  const { frames } = await session.ask('stack', { moment });
  const [top, ...below] = frames;
  // Of a value that changed: the assignment, which the top frame is past already.
  const all = top !== undefined && stop?.place !== undefined ? [{ ...top, place: stop.place }, ...below] : frames;
  const listed = all.length === 0 ? [nothingRuns] : all;
  const shown = listed.slice(startFrame, levels > 0 ? startFrame + levels : undefined);
  return {
    totalFrames: listed.length,
    stackFrames: shown.map((frame) => frameBody(session, frame, session.references.addFrame({ moment, frame }))),
  };
};

/** Between two tasks and after the last: without a frame clients would go on showing the variables of the stop before. */
const nothingRuns: StackFrameView = {
  kind: 'async',
  name: 'No function is running',
  place: undefined,
  frame: -1,
  pushedBy: -1,
  functionIndex: -1,
  byteOffset: -1,
};

function frameBody(session: Session, frame: StackFrameView, id: number): Dap.StackFrame {
  const { kind, name, place, functionIndex, byteOffset } = frame;
  const location = place && session.sources.locationAt(place);
  const hasCode = kind !== 'async' && frame.frame >= 0 && functionIndex >= 0;
  return {
    id,
    name: name === '' ? '(anonymous)' : name,
    ...(location ?? { line: 0, column: 0 }),
    canRestart: kind === 'guest' && frame.frame >= 0,
    ...(hasCode ? { instructionPointerReference: addressOf(functionIndex, byteOffset) } : {}),
    ...(kind === 'async' ? { presentationHint: 'label' } : kind === 'builtin' ? { presentationHint: 'subtle' } : {}),
  };
}

export const scopes: Handler<'scopes'> = async (session, { frameId }) => {
  const { moment, frame } = session.references.frame(frameId);
  if (frame.frame < 0 && frame !== nothingRuns) return { scopes: [] };
  const answer = await session.ask('scopes', { moment, frame: frame.frame });
  return {
    scopes: answer.scopes.map((scope): Dap.Scope => {
      const { name, kind, path, isExpensive } = scope;
      return {
        name,
        variablesReference: session.references.addValue(moment, path, frame.frame),
        expensive: isExpensive,
        ...hintOf(kind),
        ...extentOf(session, frame, scope),
      };
    }),
  };
};

function hintOf(kind: ScopeKind): { readonly presentationHint?: string } {
  if (kind === 'arguments' || kind === 'registers') return { presentationHint: kind };
  return kind === 'locals' || kind === 'block' ? { presentationHint: 'locals' } : {};
}

/** The lines that the scope covers. */
function extentOf(session: Session, { place }: StackFrameView, { start, end }: ScopeView) {
  if (place === undefined || start === undefined || end === undefined) return {};
  const { script } = place;
  const source = session.sources.sourceOf(script);
  const last = session.sources.positionAt({ script, offset: end });
  return {
    ...(source === undefined ? {} : { source }),
    ...session.sources.positionAt({ script, offset: start }),
    endLine: last.line,
    endColumn: last.column,
  };
}

const breakModes: { readonly [Mode in ExceptionView['breakMode']]: Dap.ExceptionBreakMode } = {
  uncaught: 'unhandled',
  caught: 'always',
  unhandled: 'unhandled',
};

export const exceptionInfo: Handler<'exceptionInfo'> = async (session) => {
  const { moment, stop } = session;
  const { exception } = await session.ask('exception', { moment });
  if (exception !== undefined) {
    const { name, message, stack, breakMode } = exception;
    return {
      exceptionId: name,
      description: message,
      breakMode: breakModes[breakMode],
      details: { message, typeName: name, stackTrace: stack },
    };
  }
  // No throw led to it: a function was called that rejects.
  if (stop?.reason === 'exception')
    return {
      exceptionId: 'Unhandled rejection',
      description: 'A promise is rejected here, and nothing ever handles that.',
      breakMode: 'unhandled',
    };
  if (stop?.reason !== 'event') throw new DebugError('Nothing is thrown here');
  return {
    exceptionId: stoppedAt(session, stop.ids),
    breakMode: 'always',
    ...(stop.detail === undefined ? {} : { description: stop.detail }),
  };
};
