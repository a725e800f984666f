/** A getter and a setter, as the value of an accessor property. V8: AccessorPair. */
import type { JSObject } from './js-object.ts';

export class AccessorPair {
  getter: JSObject | undefined;
  setter: JSObject | undefined;

  constructor(getter: JSObject | undefined, setter: JSObject | undefined) {
    this.getter = getter;
    this.setter = setter;
  }
}
