/** A checkbox above a view: whether a part of it is shown. */
import type { JSX } from 'preact';
import type { Engine } from './engine.ts';

interface PartSwitchProps {
  readonly engine: Engine;
  readonly part: string;
  readonly label: string;
  readonly title?: string;
  /** Done along with it. */
  readonly also?: () => void;
}

export function PartSwitch({ engine, part, label, title, also }: PartSwitchProps): JSX.Element {
  return (
    <label title={title}>
      <input
        type="checkbox"
        checked={engine.isOpen(part, false)}
        onChange={() => {
          also?.();
          engine.toggle(part);
        }}
      />{' '}
      {label}
    </label>
  );
}
