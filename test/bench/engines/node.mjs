// Real Node, with whatever flags the process was started with.
import { Script } from 'node:vm';

export function prepare(source) {
  return async () => {
    let printed = '';
    const { log } = console;
    console.log = (text) => {
      printed += `${text}\n`;
    };
    try {
      new Script(source).runInThisContext();
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      console.log = log;
    }
    return { printed };
  };
}
