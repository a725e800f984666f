/** util.inspect as a function of the program's. */
import { toBoolean } from '../execution/conversions.ts';
import type { Isolate } from '../execution/isolate.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { inspect } from './inspect.ts';
import { newStylize } from './inspect-custom.ts';
import { inspectOptionsFrom } from './inspect-options-from.ts';
import { method } from './install.ts';

/** util.inspect itself, which custom functions get as their third argument: the intrinsic `util.inspect`. */
export function installInspectFunction(isolate: Isolate): void {
  const holder = isolate.realm.newObject();
  const object = method(isolate, holder, 'inspect', 2, (current, _receiver, [value, options, depth, colors]) => {
    // The older form: inspect(value, showHidden, depth, colors).
    if (typeof options !== 'boolean') return inspect(current, value, inspectOptionsFrom(options));
    const limit = depth === null || typeof depth === 'number' ? { depth } : {};
    return inspect(current, value, {
      showHidden: options,
      ...limit,
      ...(colors === undefined ? {} : { colors: toBoolean(colors) }),
    });
  });
  addOwn(object, 'custom', isolate.symbols.inspectCustom, Attribute.all);
  isolate.realm.intrinsics.set('util.inspect', object);
  isolate.realm.intrinsics.set('util.inspect stylize', newStylize(isolate, false));
}
