/**
 * Nodes that were taken out of the document and that the program still holds: with each of them its whole tree stays.
 *
 * DOM: a node that is not connected; DevTools: detached elements.
 */
import type { AnalyzedProgram } from '../analyzed-program.ts';
import { defineHazard } from '../define-hazard.ts';
import { counted, grouped, inlineCode, quoted } from '../hover-text.ts';
import { type KeptPlace, pathText, placeOf } from './keeping-words.ts';

interface Detached {
  readonly program: AnalyzedProgram;
  readonly place: KeptPlace;
  /** Of the first tree. */
  readonly name: string;
  readonly path: string;
  readonly trees: number;
  readonly nodes: number;
}

const manyNodes = 100;

export const detachedNodeHazard = defineHazard<Detached>({
  id: 'detached-node',
  title: 'Removed node that is still held',
  runtime: 'browser',
  docs: `A node that is taken out of the document is free as soon as nothing refers to it. A variable, a list or a listener that still
holds it keeps it, and with it all of its tree: each node knows its parent and its children, so one small element keeps the whole panel that it was in.
Pages that show and close things again and again grow by that. This is told where the run shows it: the node was in the document, it was
removed, and at the end of the run the program still reaches it. Assign \`null\` when it is closed, look nodes up when they are needed, or
keep what belongs to a node in a WeakMap.`,
  examples: {
    bad: [
      {
        source: `const panel = document.createElement('div');
panel.append(document.createElement('p'));
document.body.append(panel);
panel.remove();
setInterval(() => panel.className, 1000);`,
      },
      {
        source: `const closed = [];
function show(text) {
  const note = document.createElement('div');
  note.textContent = text;
  document.body.append(note);
  return note;
}
function close(note) {
  note.remove();
  closed.push(note);
}
let n = 0;
setInterval(() => {
  if (n < 200) close(show('note ' + n++));
}, 100);`,
      },
    ],
    good: [
      {
        source: `let panel = document.createElement('div');
panel.append(document.createElement('p'));
document.body.append(panel);
panel.remove();
panel = null;
setInterval(() => panel?.className, 1000);`,
      },
      {
        source: `const panel = document.createElement('div');
document.body.append(panel);
setInterval(() => panel.className, 1000);`,
      },
      {
        source: `const panel = document.createElement('div');
setInterval(() => panel.className, 1000);`,
      },
    ],
  },
  *detect(program, evidence) {
    const places = new Map<number, Detached & { trees: number; nodes: number }>();
    for (const { name, nodes, path } of evidence?.engine.memory.detached ?? []) {
      const place = placeOf(program, path);
      if (place === undefined) continue;
      const known = places.get(place.start);
      if (known === undefined) {
        const words = pathText(program, evidence!, path);
        places.set(place.start, { program, place, name, path: words, trees: 1, nodes });
      } else {
        known.trees++;
        known.nodes += nodes;
      }
    }
    for (const data of places.values())
      yield {
        start: data.place.start,
        end: data.place.end,
        happened: { count: data.trees, firstEvent: -1 },
        data,
      };
  },
  judge: ({ nodes }) => ({ kind: 'finding', severity: nodes >= manyNodes ? 'information' : 'hint' }),
  message: ({ place, name, trees, nodes }) =>
    `${quoted(place.name)} keeps ${trees === 1 ? quoted(name) : `${grouped(trees)} nodes`} that ${trees === 1 ? 'was' : 'were'} removed from the document, ${counted(nodes, 'node')} in all. Let go of what is closed.`,
  hover: ({ name, path, trees, nodes }) => ({
    verdict: 'A removed node stays as long as something refers to it.',
    run: `${trees === 1 ? inlineCode(name) : `${inlineCode(name)} and ${grouped(trees - 1)} more`} had been in the document and ${trees === 1 ? 'is' : 'are'} kept by ${path}.`,
    cost: `${counted(nodes, 'node')} with their listeners and styles, which a browser keeps outside of the JavaScript heap.`,
    free: 'a node that is put back in later.',
    instead: 'assign `null` when it is closed, or look it up when it is needed.',
    code: `panel.remove();\npanel = null;`,
  }),
});
