/** A hidden class wherever it is named: its number on a colour of its own, the same everywhere in a run. */
import type { JSX } from 'preact';
import type { ShapeBrief } from '../../src/protocol/engine-views.ts';
import type { Store } from '../store.ts';
import { openSection } from './open-section.ts';
import { colourOf, shapeName } from './shape-words.ts';

export function ShapeChip({
  store,
  shape,
  isQuiet = false,
}: {
  readonly store: Store;
  readonly shape: ShapeBrief;
  /** Inside a row that can be clicked as a whole. */
  readonly isQuiet?: boolean;
}): JSX.Element {
  const { engine } = store;
  const isChosen = engine.chosenShape.value === shape.number;
  const name = shapeName(shape.number);
  const shared = {
    class: `shape-chip ${isChosen ? 'chosen' : ''}`,
    title: `Hidden class ${name}${shape.text === '' ? '' : `: ${shape.text}`}${isQuiet ? '' : '. Click to see it in Shapes'}`,
  };
  const content = (
    <>
      <span class={`shape-colour ${colourOf(shape.number)}`} />
      {name}
    </>
  );
  if (isQuiet) return <span {...shared}>{content}</span>;
  return (
    <button
      type="button"
      {...shared}
      tabIndex={-1}
      aria-pressed={isChosen}
      onClick={(event) => {
        event.stopPropagation();
        engine.chooseShape(isChosen ? undefined : shape.number);
        if (!isChosen) openSection(store, 'shapes');
      }}
    >
      {content}
    </button>
  );
}
