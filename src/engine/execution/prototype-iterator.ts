/** Walks along prototypes that ask proxies, which may go on for ever. V8: PrototypeIterator::AdvanceFollowingProxies in src/objects/prototype.h. */
import type { JSObject } from '../objects/js-object.ts';
import { throwRangeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import { getPrototypeOf } from './property-access.ts';

/** V8: JSProxy::kMaxIterationLimit. */
const mostProxies = 100 * 1024;

export class PrototypeIterator {
  private readonly isolate: Isolate;
  private proxies = 0;

  constructor(isolate: Isolate) {
    this.isolate = isolate;
  }

  after(object: JSObject): JSObject | null {
    const isProxy = object.hiddenClass.instanceType === 'proxy';
    if (isProxy && ++this.proxies > mostProxies) throwRangeError(this.isolate, 'StackOverflow');
    return getPrototypeOf(this.isolate, object);
  }
}
