/**
 * A list of rows of one height, of which only the visible ones exist: ten thousand frames cost what twenty do. One row
 * is in the tab order (roving tabindex); arrows, Home, End, PageUp and PageDown move it, Enter and Space activate it.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Chevron } from './icons.tsx';
import * as words from './words.ts';

export const rowHeight = 22;
const overscan = 4;

/** As high as so many rows. */
export const rowsTall = (rows: number): string => `${rows * rowHeight}px`;

export interface RowsProps {
  readonly label: string;
  readonly role: 'listbox' | 'tree';
  readonly count: number;
  /** Room that is kept even when there are fewer rows, and the most that are shown before the list scrolls. */
  readonly minRows: number;
  readonly maxRows: number;
  /** The row that must be visible; when it changes the list scrolls to it. */
  readonly follow?: number | undefined;
  readonly row: (index: number) => RowContent;
  /** A number: the row that the focus goes to. */
  readonly onActivate: (index: number) => number | undefined | void;
  readonly class?: string;
  /** What is drawn behind the rows, of which those from `first` up to `end` are there. */
  readonly drawn?: (first: number, end: number) => ComponentChildren;
  /** Of a tree: a row that is open is to be closed, or the other way round. */
  readonly onToggle?: (index: number) => void;
}

export interface RowContent {
  readonly key: string;
  readonly content: ComponentChildren;
  readonly class?: string;
  readonly title?: string | undefined;
  /** Of a tree: base 1. */
  readonly level?: number;
  readonly expanded?: boolean | undefined;
  /** Nothing hangs on it, and it stands in line with rows that open. */
  readonly isLeaf?: boolean;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  /** Marks the thing that moves from list to list, so that it can be seen to travel. */
  readonly token?: string | undefined;
  /** Where the arrows of a chain of causes begin and end. */
  readonly anchor?: string | undefined;
}

export function Rows(props: RowsProps): JSX.Element {
  const { count, role, follow = -1 } = props;
  const list = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  // Where the list is scrolled to, and what the browser knows of it. A move is drawn right at once and told to the browser
  // when all views are drawn: telling it, or asking it, lays the page out, which must happen only once per frame.
  const scrolled = useRef(0);
  const told = useRef(0);
  const followed = useRef<string>('');
  const [, redraw] = useState(0);
  const [wantedActive, setActive] = useState(0);
  const visible = Math.min(count, props.maxRows);
  if (follow >= 0 && followed.current !== `${follow} ${count}`) show(follow);
  followed.current = `${follow} ${count}`;
  scrolled.current = Math.min(scrolled.current, (count - visible) * rowHeight);
  const first = Math.max(0, Math.min(Math.floor(scrolled.current / rowHeight), count - visible) - overscan);
  const end = Math.min(count, first + visible + 2 * overscan + 1);
  const active = Math.min(wantedActive, count - 1);
  const tabStop = active >= first && active < end ? active : first;

  useLayoutEffect(() => {
    if (told.current === scrolled.current) return;
    told.current = scrolled.current;
    queueMicrotask(() => void (list.current !== null && (list.current.scrollTop = told.current)));
  });

  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    if (row === null || row === undefined) return;
    focusWanted.current = false;
    row.focus();
  });

  function moveTo(index: number): void {
    const next = Math.max(0, Math.min(index, count - 1));
    focusWanted.current = true;
    setActive(next);
    show(next);
    redraw((times) => times + 1);
  }

  /** Scrolls as little as needed for the row to be visible. */
  function show(index: number): void {
    const top = index * rowHeight;
    scrolled.current = Math.max(Math.min(scrolled.current, top), top + rowHeight - visible * rowHeight);
  }

  function activate(index: number): void {
    const next = props.onActivate(index);
    if (typeof next !== 'number' || next < 0) return;
    focusWanted.current = true;
    setActive(next);
    show(next);
    redraw((times) => times + 1);
  }

  function onScroll(event: { readonly currentTarget: HTMLElement }): void {
    told.current = event.currentTarget.scrollTop;
    if (Math.abs(told.current - scrolled.current) < 1) return;
    scrolled.current = told.current;
    redraw((times) => times + 1);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') activate(active);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      if (event.shiftKey || props.row(active).expanded !== (event.key === 'ArrowLeft')) return;
      props.onToggle?.(active);
    } else {
      const next = rowKeys[event.key]?.(active, props.maxRows, count);
      if (next === undefined) return;
      moveTo(next);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  const rows: JSX.Element[] = [];
  for (let index = first; index < end; index++) rows.push(drawRow(index));
  return (
    <div
      ref={list}
      class={`rows ${props.class ?? ''}`}
      role={role}
      aria-label={props.label}
      style={{ minHeight: rowsTall(props.minRows), maxHeight: rowsTall(props.maxRows) }}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div class="rows-all" role="presentation" style={{ height: rowsTall(count) }}>
        {props.drawn?.(first, end)}
        {rows}
      </div>
    </div>
  );

  function drawRow(index: number): JSX.Element {
    const row = props.row(index);
    return (
      <div
        key={row.key}
        class={`row ${row.class ?? ''}`}
        role={role === 'tree' ? 'treeitem' : 'option'}
        style={{ top: rowsTall(index), paddingInlineStart: `${((row.level ?? 1) - 1) * 14 + 8}px` }}
        title={row.title}
        data-index={index}
        data-token={row.token}
        data-anchor={row.anchor}
        tabIndex={index === tabStop ? 0 : -1}
        aria-level={row.level}
        aria-expanded={row.expanded}
        aria-selected={row.selected ?? false}
        aria-disabled={row.disabled}
        aria-posinset={index + 1}
        aria-setsize={count}
        onFocusIn={() => setActive(index)}
        onClick={() => activate(index)}
      >
        {(row.expanded !== undefined || row.isLeaf === true) && (
          <Twistie isOpen={row.expanded} toggle={() => props.onToggle?.(index)} />
        )}
        {row.content}
      </div>
    );
  }
}

interface ListProps<Item> extends Pick<RowsProps, 'label' | 'role' | 'maxRows' | 'follow' | 'class' | 'drawn'> {
  readonly items: readonly Item[];
  /** How many more there are that were not told. */
  readonly left?: number;
  readonly row: (item: Item, index: number) => RowContent;
  readonly onActivate: (item: Item) => ReturnType<RowsProps['onActivate']>;
  readonly onToggle?: (item: Item) => void;
}

/** Rows of things that are there as a list, as many as fit, and a last one for those that were left out. */
export function ListRows<Item>({ items, left = 0, row, onActivate, onToggle, ...rest }: ListProps<Item>): JSX.Element {
  return (
    <Rows
      {...rest}
      count={items.length + (left > 0 ? 1 : 0)}
      minRows={Math.min(items.length, rest.maxRows)}
      row={(index) => {
        const item = items[index];
        return item === undefined ? moreRow(left) : row(item, index);
      }}
      onActivate={(index) => {
        const item = items[index];
        if (item !== undefined) return onActivate(item);
      }}
      onToggle={(index) => {
        const item = items[index];
        if (item !== undefined) onToggle?.(item);
      }}
    />
  );
}

/** At the end of a list that was cut. */
export function moreRow(count: number): RowContent {
  return { key: 'more', class: 'more', disabled: true, content: `${words.formatNumber(count)} more are not shown` };
}

/** What opens and closes a row. Only the mouse needs it: for the keyboard there are the arrows, and the row says its state. */
function Twistie({
  isOpen,
  toggle,
}: {
  readonly isOpen: boolean | undefined;
  readonly toggle: () => void;
}): JSX.Element {
  if (isOpen === undefined) return <span class="twistie" />;
  return (
    <span
      class="twistie-button"
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
    >
      <Chevron isOpen={isOpen} />
    </span>
  );
}

const rowKeys: Readonly<Record<string, (active: number, page: number, count: number) => number>> = {
  ArrowDown: (active) => active + 1,
  ArrowUp: (active) => active - 1,
  PageDown: (active, page) => active + page,
  PageUp: (active, page) => active - page,
  Home: () => 0,
  End: (_active, _page, count) => count - 1,
};
