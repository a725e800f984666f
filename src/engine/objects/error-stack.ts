/** The text of an error's `stack`. V8: ErrorUtils::FormatStackTrace, CallSiteInfo::SerializeCallSiteInfo. */
import type { ErrorData, StackTraceFrame } from './internal-slots.ts';

export function formatStack(data: ErrorData): string {
  return [data.header ?? '', ...data.frames.map((frame) => `    at ${formatFrame(frame)}`)].join('\n');
}

export function formatFrame(frame: StackTraceFrame): string {
  const place = frame.scriptName === undefined ? '<anonymous>' : `${frame.scriptName}:${frame.line}:${frame.column}`;
  const name = frameName(frame);
  const prefix = frame.isAsync ? 'async ' : frame.isConstruct ? 'new ' : '';
  if (name === '' && frame.isConstruct) return `new <anonymous> (${place})`;
  return name === '' ? `${prefix}${place}` : `${prefix}${name} (${place})`;
}

function frameName(frame: StackTraceFrame): string {
  if (frame.isConstruct || frame.typeName === undefined) return frame.functionName;
  const method = frame.functionName === '' ? '<anonymous>' : frame.functionName;
  const qualified = method.startsWith(`${frame.typeName}.`) ? method : `${frame.typeName}.${method}`;
  const alias = frame.methodName;
  return alias !== undefined && alias !== frame.functionName && !method.endsWith(`.${alias}`) ? `${qualified} [as ${alias}]` : qualified;
}
