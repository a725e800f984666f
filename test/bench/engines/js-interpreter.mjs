// js-interpreter: ES5, steppable. Programs are lowered to ES5 before they are sent (see main.ts).
import { createRequire } from 'node:module';
import ts from 'typescript';

const Interpreter = createRequire(import.meta.url)('js-interpreter');

export function prepare(source) {
  let printed = '';
  const compilerOptions = { target: ts.ScriptTarget.ES5, noEmitHelpers: false, downlevelIteration: true };
  const lowered = ts.transpileModule(source, { compilerOptions }).outputText;
  const interpreter = new Interpreter(lowered, (it, global) => {
    const log = it.createNativeFunction((text) => {
      printed += `${String(text)}\n`;
    });
    const target = it.nativeToPseudo({});
    it.setProperty(target, 'log', log);
    it.setProperty(global, 'console', target);
  });
  return () => {
    interpreter.run();
    return { printed };
  };
}
