/** The modules of WebAssembly at a moment, in numbers. V8: src/wasm/module-decoder.cc, src/wasm/baseline/liftoff-compiler.cc. */
import type { WasmModuleView } from '../../protocol/engine-views.ts';
import type { CapturedMoment } from '../moment/inspection.ts';

const maxModules = 20;
const maxFunctions = 100;

export function wasmModulesAt({ standing }: CapturedMoment): WasmModuleView[] {
  const modules = standing?.isolate.nativeModules ?? [];
  return modules.slice(0, maxModules).map(({ bodies, calls, exportedFunctions, ...module }) => {
    const names = new Map([...exportedFunctions].map(([name, index]) => [index, name]));
    const called = [...calls]
      .filter(([index]) => index >= module.importedFunctions)
      .map(([index, count]) => ({
        name: names.get(index) ?? `function ${index}`,
        bytes: bodies[index - module.importedFunctions] ?? 0,
        calls: count,
      }))
      .sort((one, other) => other.calls - one.calls);
    return {
      bytes: module.bytes,
      sections: module.sections,
      importedFunctions: module.importedFunctions,
      functions: bodies.length,
      codeBytes: bodies.reduce((sum, bytes) => sum + bytes, 0),
      instances: module.instances,
      called: { items: called.slice(0, maxFunctions), total: called.length },
    };
  });
}
