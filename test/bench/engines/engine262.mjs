// engine262: the specification written down in JavaScript.
import {
  Agent,
  CreateBuiltinFunction,
  CreateDataProperty,
  ManagedRealm,
  ObjectValue,
  OrdinaryObjectCreate,
  setSurroundingAgent,
  surroundingAgent,
  ThrowCompletion,
  Value,
} from '@engine262/engine262';

setSurroundingAgent(new Agent({}));

export function prepare(source) {
  let printed = '';
  const realm = new ManagedRealm({});
  const leave = realm.pushTopContext();
  const log = CreateBuiltinFunction.from((text) => {
    printed += `${text.stringValue()}\n`;
    return Value.undefined;
  }, 'log');
  const target = OrdinaryObjectCreate(surroundingAgent.intrinsic('%Object.prototype%'), []);
  drain(CreateDataProperty(target, Value('log'), log));
  drain(CreateDataProperty(realm.GlobalObject, Value('console'), target));
  leave?.();
  return async () => {
    const completion = realm.evaluateScriptSkipDebugger(source, {});
    if (completion instanceof ThrowCompletion) throw new Error(messageOf(completion.Value));
    do await new Promise((resolve) => setImmediate(resolve));
    while (surroundingAgent.jobQueue.length > 0);
    return { printed };
  };
}

/** Its abstract operations are host generators. */
function drain(steps) {
  while (!steps.next().done);
}

function messageOf(thrown) {
  if (!(thrown instanceof ObjectValue)) return 'a value was thrown';
  const found = thrown.properties?.get(Value('message'))?.Value;
  return found?.stringValue?.() ?? 'an error was thrown';
}
