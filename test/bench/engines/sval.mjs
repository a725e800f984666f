// sval: JavaScript in JavaScript, a walk over the tree; its builtins are the host's.
import Sval from 'sval';

export function prepare(source) {
  let printed = '';
  const interpreter = new Sval({ ecmaVer: 'latest', sourceType: 'script', sandBox: true });
  interpreter.import({ console: { log: (text) => (printed += `${text}\n`) } });
  return async () => {
    interpreter.run(source);
    await new Promise((resolve) => setImmediate(resolve));
    return { printed };
  };
}
