// QuickJS, compiled to WebAssembly (quickjs-emscripten).
import { getQuickJS } from 'quickjs-emscripten';

const quickjs = await getQuickJS();

export function prepare(source) {
  let printed = '';
  const context = quickjs.newContext();
  const log = context.newFunction('log', (text) => {
    printed += `${context.getString(text)}\n`;
  });
  const target = context.newObject();
  context.setProp(target, 'log', log);
  context.setProp(context.global, 'console', target);
  log.dispose();
  target.dispose();
  return () => {
    try {
      context.unwrapResult(context.evalCode(source)).dispose();
      context.runtime.executePendingJobs();
      return { printed };
    } finally {
      context.dispose();
    }
  };
}
