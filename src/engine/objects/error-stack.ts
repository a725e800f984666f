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
  const { functionName, typeName, methodName } = frame;
  if (frame.isConstruct || typeName === undefined) return functionName;
  // Private methods stand without their class.
  if (functionName.startsWith('#')) return functionName;
  if (functionName === '') return `${typeName}.${methodName ?? '<anonymous>'}`;
  const qualified = functionName.startsWith(typeName) ? functionName : `${typeName}.${functionName}`;
  const isAlias =
    methodName !== undefined &&
    methodName !== functionName &&
    !functionName.endsWith(`.${methodName}`) &&
    !functionName.endsWith(` ${methodName}`);
  return isAlias ? `${qualified} [as ${methodName}]` : qualified;
}
