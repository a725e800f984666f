/** The syntax tree of the current function, its nodes linked with the text. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ListRows } from '../rows.tsx';
import type { Run } from '../run.ts';
import { Empty } from '../section.tsx';
import type { Store } from '../store.ts';
import { nodeAround, nodeBeginningAt, roleWords, treeRows } from './tree-rows.ts';
import type { TreeRow } from './tree-rows.ts';

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

  function toggle({ index }: TreeRow): void {
    const nodes = new Set(closed);
    if (!nodes.delete(index)) nodes.add(index);
    setClosing({ of, nodes });
  }

  return (
    <ListRows
      label={`Syntax tree, ${total} nodes`}
      role="tree"
      items={rows}
      left={total - items.length}
      maxRows={maxRows}
      follow={follow}
      row={({ node, index, hasChildren, isOpen }) => {
        const isChosen = index === chosen;
        return {
          key: `${index}`,
          class: `${isChosen ? 'linked' : ''} ${index === current ? 'fresh' : ''}`,
          level: node.depth + 1,
          ...(hasChildren ? { expanded: isOpen } : { isLeaf: true }),
          selected: isChosen,
          title: node.isFunction
            ? `${node.type}: V8 only reads over it here. Its own tree and bytecode are made when it is called first`
            : `${node.type}${node.role === '' ? '' : `, ${roleWords(node.role)} of the node around it`}`,
          content: (
            <>
              <span class="name">{node.type}</span>
              <span class="code node-text">{node.text}</span>
              <span class="meta">{node.isFunction ? 'left out' : roleWords(node.role)}</span>
            </>
          ),
        };
      }}
      onActivate={({ node: { start, end } }) => engine.chooseText({ script, start, end })}
      onToggle={toggle}
    />
  );
}
