/** The `prototype` of functions. V8: JSFunction::EnsureHasInitialMap (src/objects/js-function.cc). */
import { FunctionData } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import { optimizeAsPrototype } from '../objects/migration.ts';
import { addOwn } from '../objects/own-properties.ts';
import { builtinAttributes } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import { recordWrite } from '../objects/write-barrier.ts';
import { isAsyncGeneratorKind, isGeneratorKind } from '../parsing/function-kind.ts';
import type { Realm } from './realm.ts';

/** Made when first asked for, as V8 does. */
export function functionPrototypeObject(object: JSObject): Value {
  const data = object.internal as FunctionData;
  const known = data.data;
  if (known !== undefined) return known as Value;
  const kind = data.shared?.kind ?? 'normal';
  const realm = data.realm as Realm;
  let prototype: JSObject;
  if (isAsyncGeneratorKind(kind)) prototype = realm.newObjectWithPrototype(realm.asyncGeneratorPrototype);
  else if (isGeneratorKind(kind)) prototype = realm.newObjectWithPrototype(realm.generatorPrototype);
  else {
    prototype = realm.newObject();
    addOwn(prototype, 'constructor', object, builtinAttributes);
  }
  data.data = prototype;
  recordWrite(object, prototype);
  optimizeAsPrototype(prototype);
  return prototype;
}
