/** The variables of a frame as rows of the call stack's tree, objects opened as far as the user has opened them. */
import type { FrameView, VariableView } from '../src/protocol.ts';

export interface VariableRow {
  readonly kind: 'variable';
  readonly view: VariableView;
  /** As protocol.ts's `expand` wants it. */
  readonly path: readonly (string | number)[];
  readonly depth: number;
  /** 'argument' for an argument, '' for the rest. */
  readonly label: string;
  readonly open: boolean;
  readonly childrenMissing: boolean;
  /** From an earlier moment of the same frame: shown until the answer for this one is here. */
  readonly old: boolean;
  readonly changed: boolean;
}

interface Options {
  readonly old: boolean;
  /** The same function's frame at the moment that was looked at before. */
  readonly before: FrameView | undefined;
  readonly isOpen: (path: readonly (string | number)[]) => boolean;
  readonly childrenOf: (path: readonly (string | number)[]) => readonly VariableView[] | undefined;
}

export function variableRows(frame: FrameView, at: number, options: Options): VariableRow[] {
  const rows: VariableRow[] = [];
  for (const view of frame.arguments) add(view, [at, 'arguments', view.name], 0, 'argument', options.before?.arguments);
  for (const view of frame.locals) add(view, [at, 'locals', view.name], 0, '', options.before?.locals);
  if (frame.thisValue !== undefined) add({ ...frame.thisValue, name: 'this' }, [at, 'this'], 0, '', undefined);
  return rows;

  function add(
    view: VariableView,
    path: readonly (string | number)[],
    depth: number,
    label: string,
    before: readonly VariableView[] | undefined,
  ): void {
    const open = view.expandable && options.isOpen(path);
    const children = open ? options.childrenOf(path) : undefined;
    const earlier = before?.find((other) => other.name === view.name);
    rows.push({
      kind: 'variable',
      view,
      path,
      depth,
      label,
      open,
      childrenMissing: open && children === undefined,
      old: options.old,
      changed: earlier !== undefined && earlier.value !== view.value,
    });
    for (const child of children ?? []) add(child, [...path, child.name], depth + 1, '', undefined);
  }
}
