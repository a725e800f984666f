/** The pipeline of WebAssembly's modules: it has no scanner and no parser, because bytes are decoded, and tiers of its own. */
import type { JSX } from 'preact';
import type { WasmModuleView } from '../../src/protocol/engine-views.ts';
import type { Store } from '../store.ts';
import * as words from '../words.ts';
import { Stage } from './pipeline.tsx';

export function WasmModules({ store }: { readonly store: Store }): JSX.Element | null {
  const modules = store.engine.wasmModules.value?.answer.modules ?? [];
  if (modules.length === 0) return null;
  return (
    <>
      {modules.map((module, index) => (
        <Module
          key={index}
          store={store}
          module={module}
          name={modules.length === 1 ? 'WebAssembly module' : `WebAssembly module ${index + 1}`}
          part={`wasm ${index}`}
        />
      ))}
    </>
  );
}

interface ModuleProps {
  readonly store: Store;
  readonly module: WasmModuleView;
  readonly name: string;
  readonly part: string;
}

function Module({ store, module, name, part }: ModuleProps): JSX.Element {
  const { called, functions } = module;
  return (
    <>
      <h3 class="stages-title">{name}</h3>
      <ol class="stages">
        <Stage
          name="Bytes"
          title="The module as the program got it: WebAssembly comes as bytecode already"
          numbers={[words.count(module.bytes, 'byte')]}
        />
        <Stage
          store={store}
          part={`${part} sections`}
          name="Decode"
          title="The decoder reads the sections and validates every function in one pass. There are no tokens and no syntax tree"
          numbers={[
            words.count(module.sections.length, 'section'),
            words.count(functions, 'function'),
            module.importedFunctions === 0 ? '' : `${words.formatNumber(module.importedFunctions)} imported`,
            words.count(module.instances, 'instance'),
          ]}
        >
          <ul class="stage-list">
            {module.sections.map((section, index) => (
              <li key={index}>
                <span class="name">{section.name}</span>
                <span class="meta">{words.count(section.bytes, 'byte')}</span>
              </li>
            ))}
          </ul>
        </Stage>
        <Stage
          store={store}
          part={`${part} liftoff`}
          name="Liftoff"
          title="V8’s baseline compiler makes machine code of a function when it is first called, in one pass over its bytes. Only calls from JavaScript are seen here, not those that WebAssembly makes itself"
          numbers={[
            `${words.formatNumber(called.total)} of ${words.count(functions, 'function')} called`,
            words.count(module.codeBytes, 'byte') + ' of code',
          ]}
        >
          <ul class="stage-list">
            {called.items.map((each) => (
              <li key={each.name}>
                <span class="name">{each.name}</span>
                <span class="meta">
                  {words.count(each.bytes, 'byte')} · called {words.count(each.calls, 'time')}
                </span>
              </li>
            ))}
            {called.total === 0 && <li class="meta">none of its functions has been called</li>}
          </ul>
        </Stage>
        <Stage
          name="TurboFan"
          title="V8 compiles a function again and better once it has run long enough. Underhood runs WebAssembly in the real engine and does not see when that happens"
          numbers={['hot functions, not simulated']}
        />
      </ol>
    </>
  );
}
