/** What the sources of Node's modules in this folder call by `%Name(…)`. Node: internalBinding('util'), ('errors'), ('types'). */
import {
  FunctionData,
  formatLog,
  inspectOptionsFrom,
  JSObject,
  typedArrayDataOf,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { newNodeError, received, throwOutOfRange } from '../node-errors.ts';
import { installTcpFunctions } from '../sockets/tcp-functions.ts';
import { writeStandard } from './standard-streams.ts';
import { digest } from '../web/digest.ts';
import { bytesOf, installBufferNatives } from './buffer-natives.ts';
import { md5 } from './md5.ts';
import { installFileNatives } from './file-natives.ts';
import { installVmNatives } from './vm-natives.ts';
import { installV8Natives } from './v8-natives.ts';
import { callerExpression, callSites, isCallerInModules } from './caller.ts';

export function installNodeNatives(host: Host): void {
  installBufferNatives(host);
  installFileNatives(host);
  installTcpFunctions(host);
  installV8Natives(host);
  installVmNatives(host);
  const { isolate } = host;
  const define = (name: string, run: (args: Value[]) => Value | void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as Value);
  define('NodeError', ([name, code, message]) =>
    newNodeError(isolate, name as 'Error' | 'TypeError' | 'RangeError', String(code), String(message)),
  );
  define('ThrowOutOfRange', ([name, range, value]) => throwOutOfRange(isolate, String(name), String(range), value));
  define('Received', ([value]) => received(isolate, value));
  define('InstanceType', ([value]) =>
    value instanceof JSObject ? value.hiddenClass.instanceType : `primitive ${typeof value}`,
  );
  define('TypedArrayName', ([value]) =>
    value instanceof JSObject && value.internal?.kind === 'typed array' ? typedArrayDataOf(value).type : '',
  );
  define('FunctionKind', ([value]) =>
    value instanceof JSObject && value.internal instanceof FunctionData ? value.internal.shared?.kind : undefined,
  );
  define('IsSharedBuffer', ([value]) => {
    const internal = value instanceof JSObject ? value.internal : undefined;
    return internal?.kind === 'array buffer' && internal.buffer instanceof SharedArrayBuffer;
  });
  define('FormatWithOptions', ([options, args]) =>
    formatLog(isolate, (args as JSObject).elements as Value[], inspectOptionsFrom(options)),
  );
  define('CallerExpression', () => callerExpression(isolate));
  define('CallSites', ([count]) => callSites(host, Number(count)));
  define('SetExecutionAsyncId', ([id]) => {
    host.executionAsyncId = Number(id);
    return undefined;
  });
  define('IsCallerInModules', () => isCallerInModules(isolate));
  define('AsyncIteratorPrototype', () => isolate.realm.asyncIteratorPrototype);
  define('AsyncContext', () => isolate.asyncContext);
  define('SetAsyncContext', ([context]) => {
    isolate.asyncContext = context;
    return undefined;
  });
  define('WriteStandard', ([fd, chunk]) => writeStandard(host, Number(fd), chunk));
  define('HashInto', ([algorithm, data, target]) => {
    const bytes = bytesOf(data);
    isolate.meter.work(bytes.length >> 3);
    bytesOf(target).set(
      algorithm === 'md5' ? md5(bytes) : digest(String(algorithm).replace('sha', 'SHA-').toUpperCase(), bytes),
    );
    return undefined;
  });
  define('RandomByte', () => Math.floor(isolate.random() * 256));
  define('ExecutionAsyncId', () => host.executionAsyncId);
  define('NewAsyncId', () => host.nextAsyncId++);
}
