/**
 * alert, confirm and prompt: nothing else runs until they are answered. HTML: 8.7 User prompts. The answers are the environment's
 * (`dialogAnswers`, in order); without one, OK and the text that was offered.
 */
import { type Value } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import type { Dom } from './dom.ts';

type DialogName = 'alert' | 'confirm' | 'prompt';

export function dialog(dom: Dom, name: DialogName, args: readonly Value[]): Value {
  const { host } = dom;
  const message = args.length === 0 || args[0] === undefined ? '' : dom.text(args[0]);
  const offered = name === 'prompt' && args[1] !== undefined ? dom.text(args[1]) : '';
  const id = host.nextId++;
  host.listener?.apiStart(id, 'dialog', `${name}: ${message}`);
  const answer = answerTo(host, name, offered);
  host.listener?.apiEnd(id, false);
  if (name !== 'alert' && host.environment.dialogAnswers === undefined)
    dom.note(
      name,
      `${name} was answered with ${name === 'confirm' ? 'OK' : 'the text that it offered'}; underhood.dialogAnswers (or --dialog) can answer otherwise`,
    );
  return answer;
}

function answerTo(host: Host, name: DialogName, offered: string): Value {
  if (name === 'alert') return undefined;
  const given = host.environment.dialogAnswers?.[host.page.dialogsAnswered++];
  if (name === 'confirm') return given === undefined ? true : given !== false && given !== null;
  return given === undefined || given === true ? offered : given === false || given === null ? null : String(given);
}
