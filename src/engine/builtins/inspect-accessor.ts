/** Accessor properties, whose getters run only where the option `getters` asks for it. Node: formatProperty. */
import { GuestException } from '../execution/guest-exception.ts';
import { JSObject } from '../objects/js-object.ts';
import type { InspectContext } from './inspect-context.ts';
import { stylize } from './inspect-styles.ts';

export function formatAccessor(
  context: InspectContext,
  getter: JSObject | undefined,
  setter: JSObject | undefined,
  receiver: JSObject,
  recursion: number,
): string {
  const special = (text: string): string => stylize(context, text, 'special');
  if (getter === undefined)
    return setter === undefined ? stylize(context, 'undefined', 'undefined') : special('[Setter]');
  const label = setter === undefined ? 'Getter' : 'Getter/Setter';
  const { getters } = context;
  const runs = getters === true || getters === (setter === undefined ? 'get' : 'set');
  if (!runs) return special(`[${label}]`);
  const inner = (text: string): string => `${special(`[${label}:`)} ${text}${special(']')}`;
  context.indentation += 2;
  try {
    const value = context.isolate.callNested(getter, receiver, []);
    const text = context.formatValue(context, value, recursion);
    return value instanceof JSObject ? `${special(`[${label}]`)} ${text}` : inner(text);
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
    return inner(`<Inspection threw (${context.formatValue(context, error.value, recursion)})>`);
  } finally {
    context.indentation -= 2;
  }
}
