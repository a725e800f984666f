/** localStorage and sessionStorage, empty at the start of each run. HTML: 12 Web storage. Simplified: nothing is kept between runs. */
import type { JSObject, Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { NamedData, newProxied } from './proxied.ts';

/** Characters of keys and values together, as in Chromium. */
const quota = 5 * 1024 * 1024;

class StorageData extends NamedData {
  readonly name: string;
  readonly items = new Map<string, string>();
  private used = 0;

  constructor(name: string) {
    super();
    this.name = name;
  }

  set(dom: Dom, key: string, value: string): void {
    const before = this.items.get(key);
    const used = this.used - (before === undefined ? 0 : key.length + before.length) + key.length + value.length;
    if (used > quota)
      dom.throwException(
        'QuotaExceededError',
        `Failed to execute 'setItem' on 'Storage': Setting the value of '${key}' exceeded the quota.`,
      );
    this.used = used;
    this.items.set(key, value);
  }

  override read(_dom: Dom, key: string): Value {
    return this.items.get(key);
  }

  override keys(): readonly string[] {
    return [...this.items.keys()];
  }

  override write(dom: Dom, key: string, value: Value): boolean {
    this.set(dom, key, dom.text(value));
    return true;
  }

  override delete(_dom: Dom, key: string): boolean {
    const before = this.items.get(key);
    if (before !== undefined) this.used -= key.length + before.length;
    return this.items.delete(key);
  }

  clear(): void {
    this.items.clear();
    this.used = 0;
  }
}

export function storage(dom: Dom, name: 'localStorage' | 'sessionStorage'): JSObject {
  let object = dom.parts.get(name) as JSObject | undefined;
  if (object === undefined) dom.parts.set(name, (object = newProxied(dom, 'Storage', new StorageData(name))));
  return object;
}

export const storageInterfaces: InterfaceTable = {
  Storage: {
    members: [
      membersOf(StorageData, {
        attributes: { length: (_dom, self) => self.items.size },
        operations: {
          getItem: [1, (dom, self, [key]) => self.items.get(dom.text(key)) ?? null],
          setItem: [2, (dom, self, [key, value]) => self.set(dom, dom.text(key), dom.text(value))],
          removeItem: [1, (dom, self, [key]) => void self.delete(dom, dom.text(key))],
          clear: [0, (_dom, self) => self.clear()],
          key: [1, (_dom, self, [index]) => [...self.items.keys()][Number(index) || 0] ?? null],
        },
      }),
    ],
  },
};
