/** The chosen object of the heap: its size, its hidden class, and the shortest way from a root to it. */
import type { JSX } from 'preact';
import type { HeapObjectView, RetainingPathView } from '../../src/protocol/engine-views.ts';
import type { Store } from '../store.ts';
import { bytesText } from './heap-words.ts';
import { ShapeChip } from './shape-chip.tsx';

export function ObjectDetails({ store }: { readonly store: Store }): JSX.Element | null {
  const { engine } = store;
  const chosen = engine.chosenObject.value;
  const told = engine.retainingPath.value;
  if (chosen === undefined)
    return <p class="heap-notes">Choose an object to see its hidden class and what keeps it.</p>;
  if (told === undefined || told.asked.serial !== chosen) return <p class="heap-notes">…</p>;
  const { object, path } = told.answer;
  if (object === undefined) return <p class="heap-notes">This object is not there at this moment.</p>;
  return (
    <div class="object-details">
      <p class="object-title">
        <span class="name">{object.text}</span>
        {object.shape !== undefined && <ShapeChip store={store} shape={object.shape} />}
      </p>
      <p class="detail">{objectText(object)}</p>
      {path !== undefined && (
        <ol class="retainers" aria-label="What keeps it">
          {pathLines(path).map((line, at) => (
            <li key={at} title={line}>
              {line}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function objectText({ bytes, isYoung, isReachable }: HeapObjectView): string {
  const where = `${bytesText(bytes)} in ${isYoung ? 'new' : 'old'} space`;
  return isReachable ? where : `${where}; nothing leads to it any more`;
}

/** From the root to the object. */
export function pathLines({ root, steps }: RetainingPathView): readonly string[] {
  return [`kept by ${root}`, ...steps.map(({ via, text }) => (via === '' ? text : `${via}: ${text}`))];
}
