/** What a test finds beside the builtins: `print` and `$262`. test262: INTERPRETING.md, "Host-Defined Functions". */
import {
  addOwn,
  Attribute,
  type Isolate,
  type JSObject,
  method,
  property,
  throwError,
  toStringValue,
} from '../../src/engine/index.ts';
import { callScript, compileScript } from '../../src/engine/execution/evaluate.ts';
import { throwSyntaxError } from '../../src/engine/execution/errors.ts';

export function installHostObject(isolate: Isolate, print: (text: string) => void): JSObject {
  const { realm } = isolate;
  method(isolate, realm.globalObject, 'print', 1, (_isolate, _receiver, [value]) => {
    print(toStringValue(isolate, value));
    return undefined;
  });
  const host = realm.newObject();
  method(isolate, host, 'evalScript', 1, (_isolate, _receiver, [source]) => {
    const program = compileScript(isolate, 'evalScript', toStringValue(isolate, source));
    if (!program.ok) return throwSyntaxError(isolate, program.error.message.replace(/^SyntaxError: /, ''));
    return callScript(isolate, program.closure);
  });
  method(isolate, host, 'gc', 0, () => throwError(isolate, 'Error', '$262.gc: the collector is not simulated'));
  method(isolate, host, 'createRealm', 0, () => {
    const other = isolate.newRealm();
    return isolate.inRealm(other, () => installHostObject(isolate, print));
  });
  installDetach(isolate, host);
  property(host, 'global', realm.globalObject);
  addOwn(realm.globalObject, '$262', host, Attribute.writable | Attribute.configurable);
  return host;
}

/** By way of ArrayBuffer.prototype.transfer, which is what detaches a buffer in the language itself. */
function installDetach(isolate: Isolate, host: JSObject): void {
  const source =
    '(function () { var transfer = ArrayBuffer.prototype.transfer; return function detachArrayBuffer(buffer) { if (!buffer.detached) transfer.call(buffer); return null; }; })()';
  const program = compileScript(
    isolate,
    'detachArrayBuffer',
    `typeof ArrayBuffer === 'function' ? ${source} : undefined`,
  );
  if (program.ok) property(host, 'detachArrayBuffer', callScript(isolate, program.closure));
}
