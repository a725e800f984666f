/** Another classic script in the global scope: what a worker imports, what a page's script elements hold. HTML: run a classic script. */
import { callScript, GuestException, parseScriptUnit, sharedFunctionInfoOf } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { sourceError } from './loader-errors.ts';

/** `where` stands before what a syntax error says. */
export function runClassicScript(host: Host, name: string, text: string, where = ''): void {
  const { isolate } = host;
  const script = isolate.addScript(name, 'file', text, 0, name);
  const unit = parseScriptUnit(script);
  if (!unit.ok) {
    const message = unit.error.message.replace(/^(\w+: )?/, (kind) => kind + where);
    throw new GuestException(sourceError(host, script, { ...unit.error, message }));
  }
  callScript(isolate, isolate.newClosure(sharedFunctionInfoOf(unit.literal, script), undefined));
}
