/** The chosen object of the heap: its size, its hidden class, the shortest way from a root to it, and its neighbours. */
import type { JSX } from 'preact';
import type { Cut } from '../../src/protocol/engine-views.ts';
import type { HeapNeighbour, HeapObjectView } from '../../src/protocol/heap-views.ts';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
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
  const { holders, references } = object;
  return (
    <div class="object-details">
      <p class="object-title">
        <span class="name">{object.text}</span>
        {object.shape !== undefined && <ShapeChip store={store} shape={object.shape} />}
      </p>
      <p class="detail">{objectText(object)}</p>
      {path !== undefined && (
        <Neighbours
          store={store}
          title="The shortest way to it"
          list={{
            items: [{ via: '', text: `kept by ${path.root}`, serial: -1 }, ...path.steps],
            total: path.steps.length + 1,
          }}
        />
      )}
      {holders.total > 1 && (
        <Neighbours
          store={store}
          title={`All that refers to it: ${words.formatNumber(holders.total)}`}
          list={holders}
        />
      )}
      {references.total > 0 && (
        <Neighbours
          store={store}
          title={`What it refers to: ${words.formatNumber(references.total)}`}
          list={references}
        />
      )}
    </div>
  );
}

/** Each leads to itself. */
function Neighbours({
  store,
  title,
  list: { items, total },
}: {
  readonly store: Store;
  readonly title: string;
  readonly list: Cut<HeapNeighbour>;
}): JSX.Element {
  const { chosenObject } = store.engine;
  return (
    <>
      <p class="neighbours-title">{title}</p>
      <ol class="retainers" aria-label={title}>
        {items.map((neighbour, at) => {
          const { serial } = neighbour;
          const line = neighbourText(neighbour);
          return (
            <li key={at} title={line}>
              {serial < 0 || serial === chosenObject.value ? (
                line
              ) : (
                <button type="button" class="neighbour" onClick={() => (chosenObject.value = serial)}>
                  {line}
                </button>
              )}
            </li>
          );
        })}
        {total > items.length && <li>and {words.formatNumber(total - items.length)} more</li>}
      </ol>
    </>
  );
}

function objectText({ bytes, isYoung, isReachable }: HeapObjectView): string {
  const where = `${bytesText(bytes)} in ${isYoung ? 'new' : 'old'} space`;
  return isReachable ? where : `${where}; nothing leads to it any more`;
}

const neighbourText = ({ via, text }: HeapNeighbour): string => (via === '' ? text : `${via}: ${text}`);
