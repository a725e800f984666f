/** The page's icons, drawn for it on a grid of 16. They inherit the colour of the text and say nothing to a screen reader. */
import type { ComponentChildren, JSX } from 'preact';

const shapes = {
  first: <path d="M3 3h2v10H3zM13 3v10L6 8z" />,
  back: <path d="M11.5 3v10L4 8z" />,
  play: <path d="M4.5 2.5v11L13.5 8z" />,
  pause: <path d="M4 3h3v10H4zM9 3h3v10H9z" />,
  forward: <path d="M4.5 3v10L12 8z" />,
  last: <path d="M11 3h2v10h-2zM3 3v10l7-5z" />,
  chevron: <path d="M6 3.5 10.5 8 6 12.5l-.9-.9L8.700 8 5.100 4.400z" />,
  frame: <path d="M2 5h12v6H2zm1.200 1.200v3.600h9.600V6.200z" />,
  microtask: <path d="M8 2.500 13.500 8 8 13.500 2.500 8zm0 1.800L4.300 8 8 11.700 11.700 8z" />,
  tick: <path d="M2.500 3.500 7 8l-4.500 4.500zM8 3.500 12.500 8 8 12.500z" />,
  task: <path d="M3 3h10v10H3zm1.200 1.200v7.600h7.600V4.200z" />,
  script: <path d="M3.500 1.500h6l3 3v10h-9zm1.200 1.200v10.600h6.600V5.500H8.500V2.700z" />,
  parked: (
    <path d="M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zm0 1.200a5.300 5.300 0 1 1 0 10.600A5.300 5.300 0 0 1 8 2.700zM5.700 5.200h1.600v5.600H5.700zm3 0h1.600v5.600H8.700z" />
  ),
  immediate: <path d="M9.500 1.500 3.500 9H7l-1 5.500L12.500 7H8.700z" />,
  returns: <path d="M6.500 3 2.500 7l4 4v-3.200h5.300V13H13V6.200H6.500z" />,
  warn: <path d="M8 1.800 15 14H1zm0 2.500L3.100 12.800h9.800zM7.400 7h1.200v3H7.400zm0 3.700h1.200v1.200H7.400z" />,
  error: (
    <path d="M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zm0 1.200a5.300 5.300 0 1 1 0 10.600A5.300 5.300 0 0 1 8 2.700zm2.300 2.200.8.800L8.800 8l2.300 2.300-.8.800L8 8.800l-2.300 2.300-.8-.8L7.200 8 4.900 5.700l.8-.8L8 7.200z" />
  ),
  info: (
    <path d="M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zm0 1.200a5.300 5.300 0 1 1 0 10.600A5.300 5.300 0 0 1 8 2.700zM7.300 7h1.400v4.300H7.300zm0-2.400h1.400v1.400H7.300z" />
  ),
  joins: <path d="M8.500 3 13.500 8l-5 5-.9-.9 3.500-3.500H2.500V7.400h8.600L7.600 3.900z" />,
  close: (
    <path d="m8 7.100 3.600-3.600.9.9L8.900 8l3.600 3.600-.9.9L8 8.900l-3.600 3.600-.9-.9L7.100 8 3.500 4.400l.9-.9z" />
  ),
  print: <path d="m3 4.200.9-.9L8.600 8l-4.700 4.700-.9-.9L6.800 8zM8.500 11.800H13V13H8.500z" />,
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof shapes;

export function Icon({ name, class: className }: { readonly name: IconName; readonly class?: string }): JSX.Element {
  return <Drawing class={className}>{shapes[name]}</Drawing>;
}

/** Points to the right, or down to what is open. */
export function Chevron({ isOpen }: { readonly isOpen: boolean }): JSX.Element {
  return <Icon name="chevron" class={isOpen ? 'twistie open' : 'twistie'} />;
}

/** A button that is an icon. Where there is nothing to do it keeps the focus of somebody who presses it with the keyboard. */
export function IconButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly isAtEdge?: boolean;
  readonly act: () => void;
}): JSX.Element {
  const { icon, label, isAtEdge, act } = props;
  return (
    <button type="button" class="step-button" title={label} aria-label={label} aria-disabled={isAtEdge} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}

/** A timer as a pie: how much of its waiting is over, from 0 to 1. */
export function TimerPie({ progress }: { readonly progress: number }): JSX.Element {
  const part = Math.max(0, Math.min(1, progress));
  const angle = part * 2 * Math.PI;
  const x = 8 + 4.5 * Math.sin(angle);
  const y = 8 - 4.5 * Math.cos(angle);
  return (
    <Drawing class="pie">
      <circle class="pie-rim" cx="8" cy="8" r="6" />
      {part >= 1 ? (
        <circle cx="8" cy="8" r="4.5" />
      ) : (
        part > 0 && <path d={`M8 8V3.500A4.500 4.500 0 ${part > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}z`} />
      )}
    </Drawing>
  );
}

function Drawing(props: { readonly class?: string | undefined; readonly children: ComponentChildren }): JSX.Element {
  return (
    <svg
      class={`icon ${props.class ?? ''}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {props.children}
    </svg>
  );
}
