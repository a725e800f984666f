/** The engine's half of the page: what V8 makes of the program, about one function, at the chosen moment. */
import type { JSX } from 'preact';
import { placeText } from '../places.ts';
import type { Run } from '../run.ts';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { Bytecode } from './bytecode.tsx';
import { Caches } from './caches.tsx';
import { Heap } from './heap.tsx';
import { Pipeline } from './pipeline.tsx';
import { Shapes } from './shapes.tsx';
import { Tiers } from './tiers.tsx';

export function EngineHalf({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  if (run === undefined) return null;
  return (
    <>
      <SubjectBar store={store} run={run} />
      <Pipeline store={store} />
      <Bytecode store={store} />
      <Shapes store={store} />
      <Caches store={store} />
      <Tiers store={store} />
      <Heap store={store} />
    </>
  );
}

const maxFunctions = 500;

/** Which function all of this is about. */
function SubjectBar({ store, run }: { readonly store: Store; readonly run: Run }): JSX.Element | null {
  void store.version.value;
  const { engine } = store;
  const subject = engine.subject.value;
  const chosen = engine.chosenFunction.value;
  const { functions } = run.timeline.log;
  const listed = functions.map((info, index) => ({ info, index })).filter(({ info }) => info.kind !== 'builtin');
  const label = (index: number): string => {
    const info = functions[index]!;
    const place = info.kind === 'script' ? '' : placeText(run, { script: info.script, position: info.start });
    return `${words.functionName(run, index)}${place === '' ? '' : ` (${place})`}`;
  };
  const now = subject === undefined ? 'nothing yet' : label(subject.functionIndex);
  return (
    <div class="subject">
      <label for="subject">Engine</label>
      <select
        id="subject"
        title="The function that the views of the engine show. A click on a frame of the call stack chooses it, too"
        value={String(chosen)}
        onChange={(event) => engine.chooseFunction(Number(event.currentTarget.value))}
      >
        <option value="-1">{chosen < 0 ? `${now}${subject?.isTop === true ? ', running' : ''}` : 'What runs'}</option>
        {listed.slice(0, maxFunctions).map(({ index }) => (
          <option key={index} value={String(index)}>
            {label(index)}
          </option>
        ))}
      </select>
    </div>
  );
}
