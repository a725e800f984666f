/** The transport row: first, back, play or pause, forward, last, and the speed of playing. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { TransportCommand } from '../src/protocol/page-messages.ts';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';
import { speeds } from './store.ts';
import type { Store } from './store.ts';

const buttons: readonly { readonly command: TransportCommand; readonly icon: IconName; readonly label: string }[] = [
  { command: 'first', icon: 'first', label: 'First moment' },
  { command: 'back', icon: 'back', label: 'Back (left arrow; with Shift a whole turn)' },
  { command: 'playPause', icon: 'play', label: 'Play (space)' },
  { command: 'forward', icon: 'forward', label: 'Forward (right arrow; with Shift a whole turn)' },
  { command: 'last', icon: 'last', label: 'Last moment' },
];

export function Transport({ store }: { readonly store: Store }): JSX.Element {
  void store.version.value;
  const row = useRef<HTMLDivElement>(null);
  const playing = store.playing.value;
  const cursor = store.cursor.value;
  const last = (store.run.value?.timeline.log.length ?? 0) - 1;
  const isAtEdge: Partial<Record<TransportCommand, boolean>> = {
    first: cursor <= 0,
    back: cursor <= 0,
    forward: cursor >= last,
    last: cursor >= last,
  };
  return (
    <div class="transport" role="toolbar" aria-label="Transport" ref={row}>
      {buttons.map(({ command, icon, label }) => (
        <button
          key={command}
          type="button"
          class={command === 'playPause' ? 'transport-button play' : 'transport-button'}
          data-command={command}
          title={command === 'playPause' && playing ? 'Pause (space)' : label}
          aria-label={command === 'playPause' ? (playing ? 'Pause' : 'Play') : label.replace(/ \(.*/, '')}
          // A disabled button would lose the focus of someone who steps with the keyboard.
          aria-disabled={isAtEdge[command] ?? false}
          tabIndex={command === 'playPause' ? 0 : -1}
          onClick={() => store.jump(command)}
          onKeyDown={(event) => moveFocus(event, row.current)}
        >
          <Icon name={command === 'playPause' && playing ? 'pause' : icon} />
        </button>
      ))}
      <select
        class="speed"
        aria-label="Speed"
        title="Speed of playing"
        value={String(store.speed.value)}
        onChange={(event) => void (store.speed.value = Number(event.currentTarget.value))}
      >
        {speeds.map((speed) => (
          <option key={speed} value={String(speed)}>
            {speed === 0.5 ? '½×' : `${speed}×`}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Inside the toolbar the arrows move between the buttons, as in every toolbar. */
function moveFocus(event: KeyboardEvent, row: HTMLElement | null): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0 || event.shiftKey || row === null) return;
  const all = [...row.querySelectorAll<HTMLElement>('button')];
  const next = all[(all.indexOf(event.currentTarget as HTMLElement) + step + all.length) % all.length];
  next?.focus();
  event.preventDefault();
  event.stopPropagation();
}
