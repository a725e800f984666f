/** From one view to another. */
import type { Store } from '../store.ts';

/** Opens a section of the page and brings it into view. */
export function openSection(store: Store, id: string): void {
  const closed = new Set(store.closedSections.value);
  closed.delete(id);
  store.closedSections.value = closed;
  requestAnimationFrame(() => {
    const section = document.querySelector<HTMLElement>(`[data-section="${id}"]`);
    section?.scrollIntoView({ block: 'nearest' });
    section?.querySelector<HTMLElement>('.section-header')?.focus({ preventScroll: true });
  });
}
