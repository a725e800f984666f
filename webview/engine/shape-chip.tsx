/** A hidden class wherever it is named: its number on a colour of its own, the same everywhere in a run. */
import type { JSX } from 'preact';
import type { ShapeBrief } from '../../src/engine-views.ts';
import type { Store } from '../store.ts';

/** How many colours there are, each as a square and as a disc; neighbours in the order of their birth differ. */
const colours = 5;

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
    title: `Hidden class ${name}: ${shape.text}${isQuiet ? '' : '. Click to see it in Shapes'}`,
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
      }}
    >
      {content}
    </button>
  );
}

/** What the program made counts from 1; the rest is V8's own. */
export function shapeName(number: number): string {
  return number > 0 ? `#${number}` : 'built-in';
}

export function colourOf(number: number): string {
  if (number <= 0) return 'colour-none';
  const isRound = Math.floor(number / colours) % 2 === 1;
  return `colour-${number % colours}${isRound ? ' round' : ''}`;
}
