/** What belongs to a frame's bytecode, as a tree of groups: registers with their values, constant pool, exception handlers. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { BytecodeView, FrameStateView, ShapeBrief } from '../../src/protocol/engine-views.ts';
import { ListRows } from '../rows.tsx';
import type { RowContent } from '../rows.tsx';
import type { Store } from '../store.ts';
import { isSame } from './asking.ts';
import { ShapeChip } from './shape-chip.tsx';
import { variableOf } from './instruction-words.ts';

const maxRows = 12;

const groups = {
  registers: {
    name: 'Registers',
    isOpen: true,
    hint: 'What the frame works with: the accumulator, where most instructions leave their result, parameters (a0, a1, …) and registers (r0, r1, …)',
  },
  constants: {
    name: 'Constant pool',
    isOpen: false,
    hint: 'Names, numbers and functions that the instructions refer to by number',
  },
  handlers: {
    name: 'Handler table',
    isOpen: false,
    hint: 'Where an exception goes, by the range of instructions that it comes from: one row for each try',
  },
} as const;
type Group = keyof typeof groups;

interface Item {
  readonly key: string;
  readonly name: string;
  readonly variable: string;
  readonly value: string;
  readonly type: string;
  readonly shape?: ShapeBrief | undefined;
}

type Row = { readonly group: Group; readonly count: number } | { readonly item: Item };

export function FrameContents({
  store,
  view,
  frame,
}: {
  readonly store: Store;
  readonly view: BytecodeView;
  readonly frame: FrameStateView | undefined;
}): JSX.Element {
  const { engine } = store;
  const told = engine.frameState.value;
  const isOld =
    told !== undefined &&
    !isSame(told, { ...told, asked: { ...told.asked, event: store.cursor.value, step: store.step.value } });
  const changed = useChanges(frame);
  const rows: Row[] = [];
  const addGroup = (group: Group, items: readonly Item[]): void => {
    if (items.length === 0) return;
    rows.push({ group, count: items.length });
    if (engine.isOpen(`frame ${group}`, groups[group].isOpen)) for (const item of items) rows.push({ item });
  };
  addGroup('registers', registerItems(view, frame));
  addGroup(
    'constants',
    view.constants.items.map((text, index) => ({
      key: `c${index}`,
      name: `[${index}]`,
      variable: '',
      value: text,
      type: '',
    })),
  );
  addGroup(
    'handlers',
    view.handlers.map(({ start, end, handler, prediction }, index) => ({
      key: `h${index}`,
      name: `${start}–${end}`,
      variable: '',
      value: `to ${handler}, ${prediction}`,
      type: '',
    })),
  );
  const toggle = (row: Row): void => {
    if ('group' in row) engine.toggle(`frame ${row.group}`);
  };
  return (
    <ListRows
      label="Registers, constants and handlers"
      role="tree"
      items={rows}
      maxRows={maxRows}
      row={(row) =>
        'group' in row ? groupRow(store, row) : itemRow(store, row.item, isOld, changed.has(row.item.name))
      }
      onActivate={toggle}
      onToggle={toggle}
    />
  );
}

function registerItems(view: BytecodeView, frame: FrameStateView | undefined): Item[] {
  const values = new Map(frame?.registers.map((register) => [register.name, register]));
  const items: Item[] = view.registers.map(({ name }) => ({
    key: name,
    name,
    variable: variableOf(view, name),
    value: values.get(name)?.value ?? '',
    type: values.get(name)?.type ?? '',
    shape: values.get(name)?.shape,
  }));
  if (frame === undefined) return items;
  const { accumulator } = frame;
  const shown = { key: 'accumulator', name: 'accumulator', variable: '' };
  return [
    accumulator === undefined
      ? { ...shown, value: '(in the middle of an instruction)', type: 'internal' }
      : { ...shown, value: accumulator.value, type: accumulator.type, shape: accumulator.shape },
    ...items,
  ];
}

/** Names of registers whose value is another than in the frame that was shown before. */
function useChanges(frame: FrameStateView | undefined): ReadonlySet<string> {
  const shown = useRef<{ frame: FrameStateView | undefined; changed: ReadonlySet<string> }>({
    frame: undefined,
    changed: new Set(),
  });
  if (shown.current.frame !== frame) {
    const before = shown.current.frame;
    const isSameFunction = before !== undefined && before.functionIndex === frame?.functionIndex;
    const old = new Map(before?.registers.map(({ name, value }) => [name, value]));
    const names = frame?.registers.filter(({ name, value }) => old.get(name) !== value).map(({ name }) => name);
    shown.current = { frame, changed: new Set(isSameFunction ? names : []) };
  }
  return shown.current.changed;
}

function groupRow(store: Store, { group, count }: { readonly group: Group; readonly count: number }): RowContent {
  const { name, isOpen, hint } = groups[group];
  return {
    key: group,
    level: 1,
    class: 'group',
    expanded: store.engine.isOpen(`frame ${group}`, isOpen),
    title: hint,
    content: (
      <>
        <span class="group-name">{name}</span>
        <span class="meta">{count}</span>
      </>
    ),
  };
}

function itemRow(
  store: Store,
  { key, name, variable, value, type, shape }: Item,
  isOld: boolean,
  isChanged: boolean,
): RowContent {
  return {
    key,
    level: 2,
    class: 'register',
    title: `${name}${variable === '' ? '' : ` (${variable})`}: ${value}`,
    content: (
      <>
        <span class="code register-name">{name}</span>
        <span class="code register-variable">{variable}</span>
        <span class={`value type-${type} ${isOld ? 'old' : ''} ${isChanged ? 'changed' : ''}`}>{value}</span>
        {shape !== undefined && shape.number > 0 && <ShapeChip store={store} shape={shape} />}
        {isChanged && <span class="meta">changed</span>}
      </>
    ),
  };
}
