/** The syntax tree of the current function, its nodes linked with the text. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { Rows } from '../rows.tsx';
import type { Run } from '../run.ts';
import { Empty } from '../section.tsx';
import type { Store } from '../store.ts';
import { moreRow } from './pipeline.tsx';
import { nodeAround, nodeBeginningAt, roleWords, treeRows } from './tree-rows.ts';

const maxRows = 12;

export function SyntaxTree({ store, run }: { readonly store: Store; readonly run: Run }): JSX.Element {
  const { engine } = store;
  const told = engine.syntaxTree.value;
  // Of which function the closed nodes are is kept with them.
  const [closing, setClosing] = useState<{ readonly of: string; readonly nodes: ReadonlySet<number> }>();
  if (told === undefined) return <Empty minRows={maxRows}>…</Empty>;
  const { items, total } = told.answer;
  if (items.length === 0) return <Empty minRows={1}>a built-in has no tree to show</Empty>;
  const { functionIndex } = told.asked;
  const of = `${told.generation} ${functionIndex}`;
  const closed = closing?.of === of ? closing.nodes : new Set<number>();
  const script = run.timeline.log.functions[functionIndex]?.script ?? -1;
  const rows = treeRows(items, closed);
  const range = engine.chosenText.value;
  const chosen = range === undefined || range.script !== script ? -1 : nodeAround(items, range.start, range.end);
  const state = store.state.value;
  const isTop = engine.subject.value?.isTop === true;
  const current = isTop && state !== undefined ? nodeBeginningAt(items, state.position) : -1;
  const followed = chosen >= 0 ? chosen : current;
  const follow = followed < 0 ? -1 : rows.findLastIndex(({ index }) => index <= followed);

  function setOpen(row: number, open: boolean): boolean {
    const { index, hasChildren, isOpen } = rows[row] ?? {};
    if (index === undefined || hasChildren !== true || isOpen === open) return false;
    const nodes = new Set(closed);
    if (open) nodes.delete(index);
    else nodes.add(index);
    setClosing({ of, nodes });
    return true;
  }

  return (
    <Rows
      label={`Syntax tree, ${total} nodes`}
      role="tree"
      count={rows.length + (total > items.length ? 1 : 0)}
      minRows={Math.min(rows.length, maxRows)}
      maxRows={maxRows}
      {...(follow < 0 ? {} : { follow })}
      row={(at) => {
        const row = rows[at];
        if (row === undefined) return moreRow(total - items.length);
        const { node, index, hasChildren, isOpen } = row;
        const isChosen = index === chosen;
        return {
          key: `${index}`,
          class: `${isChosen ? 'linked' : ''} ${index === current ? 'fresh' : ''}`,
          level: node.depth + 1,
          expanded: hasChildren ? isOpen : undefined,
          selected: isChosen,
          title: node.isFunction
            ? `${node.type}: V8 only reads over it here. Its own tree and bytecode are made when it is called first`
            : `${node.type}${node.role === '' ? '' : `, ${roleWords(node.role)} of the node around it`}`,
          content: (
            <>
              <span
                class="twistie-button"
                onClick={(event) => {
                  if (setOpen(at, !isOpen)) event.stopPropagation();
                }}
              >
                {hasChildren ? (
                  <Icon name="chevron" class={isOpen ? 'twistie open' : 'twistie'} />
                ) : (
                  <span class="twistie" />
                )}
              </span>
              <span class="name">{node.type}</span>
              <span class="code node-text">{node.text}</span>
              <span class="meta">{node.isFunction ? 'left out' : roleWords(node.role)}</span>
            </>
          ),
        };
      }}
      onActivate={(at) => {
        const node = rows[at]?.node;
        if (node !== undefined) engine.chooseText({ script, start: node.start, end: node.end });
      }}
      onOpen={setOpen}
    />
  );
}
