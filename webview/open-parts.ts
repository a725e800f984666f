/** What the user opened or closed, by name. */
import type { Signal } from '@preact/signals';

/** Takes a name away that is there, and adds one that is not. */
export function toggleIn(names: Signal<ReadonlySet<string>>, name: string): void {
  const next = new Set(names.value);
  if (!next.delete(name)) next.add(name);
  names.value = next;
}
