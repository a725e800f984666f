/** Proxy and Proxy.revocable. ECMAScript 28.2; V8: src/builtins/proxy-constructor.tq, proxy-revocable.tq. What proxies do: execution/proxy.ts. */
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { FunctionData, type NativeCode, type ProxyData } from '../objects/internal-slots.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute, builtinAttributes } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import { hideFrames } from './frame-marks.ts';
import { method, type Native } from './install.ts';

export function installProxy(isolate: Isolate): void {
  const { realm } = isolate;
  // The one constructor without a prototype property.
  const proxy = realm.newNative('Proxy', 2, construct as NativeCode, true);
  realm.intrinsics.set('Proxy', proxy);
  addOwn(realm.globalObject, 'Proxy', proxy, builtinAttributes);
  hideFrames(realm.globalObject, ['Proxy']);
  method(isolate, proxy, 'revocable', 2, revocable);
}

const construct: Native = (isolate, _receiver, [target, handler], newTarget) => {
  if (newTarget === undefined) return throwTypeError(isolate, 'ConstructorNotFunction', 'Proxy');
  return newProxy(isolate, target, handler);
};

function newProxy(isolate: Isolate, target: Value, handler: Value): JSObject {
  if (!(target instanceof JSObject) || !(handler instanceof JSObject)) return throwTypeError(isolate, 'ProxyNonObject');
  const proxy = new JSObject(proxyHiddenClass(isolate, target));
  proxy.internal = { kind: 'proxy', target, handler };
  return proxy;
}

/** Proxies can be called and constructed where their targets can: three hidden classes serve all of them. */
function proxyHiddenClass(isolate: Isolate, target: JSObject): HiddenClass {
  const { isCallable, isConstructor } = target.hiddenClass;
  return isolate.realm.proxyHiddenClass(isCallable, isConstructor);
}

const revocable: Native = (isolate, _receiver, [target, handler]) => {
  const proxy = newProxy(isolate, target, handler);
  const revoke = isolate.realm.newNative('', 0, revokeProxy);
  (revoke.internal as FunctionData).data = proxy;
  const result = isolate.realm.newObject();
  addOwn(result, 'proxy', proxy, Attribute.all);
  addOwn(result, 'revoke', revoke, Attribute.all);
  return result;
};

const revokeProxy: NativeCode = (isolate: Isolate) => {
  const revoke = isolate.interpreter.activeNative?.internal;
  const proxy = revoke instanceof FunctionData ? revoke.data : undefined;
  if (!(proxy instanceof JSObject)) return undefined;
  const data = proxy.internal as ProxyData;
  data.target = null;
  data.handler = null;
  return undefined;
};
