/** Real Node under its own inspector, at each `debugger` statement of a program: stack, scopes and values of expressions. */
import { type InspectedPlace, type InspectedValue, Inspector, type Paused } from '../../oracle/inspector.ts';

/** What a pause is compared by: `name@line:column` with separators `-- name --`, and the variables of each scope. */
export interface Pause {
  readonly stack: readonly string[];
  readonly scopes: readonly { readonly kind: string; readonly name: string; readonly variables: readonly string[] }[];
  readonly values: Readonly<Record<string, string>>;
}

/** Node names the resources of async_hooks, not what the program called. */
const nodesNames: Readonly<Record<string, string>> = {
  Timeout: 'setTimeout',
  Immediate: 'setImmediate',
  TickObject: 'process.nextTick',
  Microtask: 'queueMicrotask',
};

export async function pausesOfNode(file: string, expressions: readonly string[]): Promise<Pause[]> {
  const node = await Inspector.start(file);
  try {
    const pauses: Pause[] = [];
    for (let paused; (paused = await node.goOn('Debugger.resume')) !== undefined;) {
      const [frame] = paused.callFrames;
      const scopes = frame!.scopeChain
        .filter(({ type }) => type !== 'global')
        .map(async ({ type, name, object: { objectId } }) => {
          const asked = { objectId, ownProperties: true };
          const { result } = await node.ask<Properties>('Runtime.getProperties', asked);
          const variables = result.map((each) => `${each.name} = ${shown(each.value)}`);
          return { kind: type, name: type === 'closure' ? (name ?? '') : '', variables };
        });
      const values = expressions.map(async (expression) => {
        const asked = { callFrameId: frame!.callFrameId, expression };
        const { result, exceptionDetails } = await node.ask<Evaluation>('Debugger.evaluateOnCallFrame', asked);
        const value = exceptionDetails ? `throws ${inOurWords(result.description ?? '')}` : shown(result);
        return [expression, value] as const;
      });
      pauses.push({
        stack: stackOf(node, paused),
        scopes: await Promise.all(scopes),
        values: Object.fromEntries(await Promise.all(values)),
      });
    }
    return pauses;
  } finally {
    node.close();
  }
}

interface Properties {
  readonly result: readonly { readonly name: string; readonly value?: InspectedValue }[];
}

interface Evaluation {
  readonly result: InspectedValue;
  readonly exceptionDetails?: object;
}

/** Without Node's own frames, and without parts that have no others. */
function stackOf(node: Inspector, { callFrames, asyncStackTrace }: Paused): string[] {
  const stack = callFrames.flatMap(({ functionName, location }) => lineOf(node, { ...location, functionName }));
  for (let part = asyncStackTrace; part !== undefined; part = part.parent) {
    const lines = part.callFrames.flatMap((frame) => lineOf(node, frame));
    if (lines.length > 0) stack.push(`-- ${nodesNames[part.description] ?? part.description} --`, ...lines);
  }
  return stack;
}

function lineOf(node: Inspector, frame: { readonly functionName: string } & Partial<InspectedPlace>): string[] {
  const { functionName, scriptId, lineNumber = 0, columnNumber = 0 } = frame;
  return node.scripts.has(scriptId ?? '') ? [`${functionName}@${lineNumber + 1}:${columnNumber + 1}`] : [];
}

/** Of what is not initialised V8's debugger says less than the program would be told. */
function inOurWords(description: string): string {
  return description.split('\n')[0]!.replace(/(Cannot access '.*') from debugger$/, '$1 before initialization');
}

function shown(value: InspectedValue | undefined): string {
  if (value === undefined) return '<value unavailable>';
  const { type, subtype, className = '', description = '' } = value;
  if (type === 'function') return 'function';
  // What the simulation's own objects are instances of is another question.
  if (type === 'object' && subtype !== 'null')
    return ['Module', 'Arguments'].includes(className) ? 'Object' : className;
  if (type === 'string') return JSON.stringify(value.value);
  return value.unserializableValue ?? (type === 'symbol' ? description : String(value.value));
}
