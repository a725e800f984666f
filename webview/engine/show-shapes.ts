/** Brings up the hidden classes that a finding of the hazards speaks of: where all of them are there, at the end of the run. */
import type { HostToPage } from '../../src/protocol/page-messages.ts';
import type { Store } from '../store.ts';
import { openSection } from './open-section.ts';

export function showShapes(
  store: Store,
  { generation, shapes }: Extract<HostToPage, { readonly type: 'showShapes' }>,
): void {
  if (store.run.value?.generation !== generation) return;
  store.jump('last');
  store.engine.chooseNothing();
  for (const number of shapes.slice(0, 2)) store.engine.chooseShape(number);
  openSection(store, 'shapes');
}
