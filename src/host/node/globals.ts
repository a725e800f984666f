/** Globals that are parts of Node's modules. Node: lib/internal/bootstrap/node.js. */
import {
  AccessorPair,
  addOwn,
  Attribute,
  type Isolate,
  lookupData,
  type NativeCode,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';

/** An accessor as in Node, whose value is made when it is first asked for. */
export function installBuffer(host: Host): void {
  const { realm } = host.isolate;
  const get = realm.newNative('get', 0, () =>
    host.assignedBuffer === undefined ? lookupData(requireModule(host, 'buffer'), 'Buffer') : host.assignedBuffer.value,
  );
  const set: NativeCode = (_isolate: Isolate, _receiver: Value, [value]: Value[]) => {
    host.assignedBuffer = { value };
    return undefined;
  };
  const pair = new AccessorPair(get, realm.newNative('set', 1, set));
  addOwn(realm.globalObject, 'Buffer', pair, Attribute.configurable, true);
}
