/** Values as DAP's variables: in pages, with numbers for what has more inside. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { ChildView, Moment } from '../protocol/questions.ts';
import type { Handler } from './requests.ts';
import type { Session } from './session.ts';

export const variables: Handler<'variables'> = async (session, asked) => {
  const { moment, path, frame, listed } = session.references.value(asked.variablesReference);
  const { filter, start, count } = asked;
  const { children } = await session.ask('children', {
    moment,
    path,
    ...(filter === undefined ? {} : { filter }),
    ...(start === undefined ? {} : { start }),
    // DAP: a count of 0 means all.
    ...(count === undefined || count === 0 ? {} : { count }),
  });
  return {
    variables: children.map((child) => {
      listed.set(child.name, child);
      return variableBody(session, child, moment, frame, asked.format);
    }),
  };
};

function variableBody(
  session: Session,
  child: ChildView,
  moment: Moment,
  frame: number,
  format?: Dap.ValueFormat,
): Dap.Variable {
  const { name, evaluateName } = child;
  return {
    name,
    ...valueBody(session, child, moment, frame, format),
    ...(evaluateName === undefined ? {} : { evaluateName }),
  };
}

/** What variables and results of evaluations have in common. */
export function valueBody(session: Session, child: ChildView, moment: Moment, frame: number, format?: Dap.ValueFormat) {
  const { references } = session;
  const { place, namedCount, indexedCount, path } = child;
  return {
    value: format?.hex === true ? inHex(child) : child.value,
    ...(child.type === '' ? {} : { type: child.type }),
    variablesReference: child.expandable ? references.addValue(moment, path, frame) : 0,
    ...(namedCount > 0 ? { namedVariables: namedCount } : {}),
    ...(indexedCount > 0 ? { indexedVariables: indexedCount } : {}),
    ...(place === undefined ? {} : { valueLocationReference: references.addPlace(place) }),
    presentationHint: hintOf(child),
  };
}

function hintOf(child: ChildView): Dap.VariablePresentationHint {
  const isClass = child.type === 'class' || child.value.startsWith('class ');
  const kind = child.isInternal ? 'virtual' : isClass ? 'class' : child.type === 'function' ? 'method' : 'property';
  return {
    kind,
    ...(child.isReadOnly ? { attributes: ['readOnly'] } : {}),
    ...(child.isInternal ? { visibility: 'internal' } : {}),
    // Asking for its one child runs the getter, which nobody wants unasked.
    ...(child.isAccessor ? { lazy: true } : {}),
  };
}

/** Integers only: what else there is has no other way to be written. */
function inHex({ type, value }: ChildView): string {
  const [, sign = '', digits, suffix = ''] = /^(-?)(\d+)(n?)$/.exec(value) ?? [];
  if (digits === undefined || (type !== 'number' && type !== 'bigint')) return value;
  return `${sign}0x${BigInt(digits).toString(16)}${suffix}`;
}
