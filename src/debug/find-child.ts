/** Variables and properties by their names, as requests give them. */
import type { ChildView, Moment, ValuePath } from '../protocol/questions.ts';
import { DebugError } from './debug-error.ts';
import type { ValueReferent } from './references.ts';
import type { Session } from './session.ts';

export interface FoundChild {
  readonly moment: Moment;
  readonly frame: number;
  readonly child: ChildView;
}

export async function childNamed(
  session: Session,
  referent: ValueReferent,
  name: string,
): Promise<FoundChild | undefined> {
  const { moment, path, frame, listed } = referent;
  const child = listed.get(name) ?? (await childOf(session, moment, path, name));
  return child && { moment, frame, child };
}

async function childOf(
  session: Session,
  moment: Moment,
  path: ValuePath,
  name: string,
): Promise<ChildView | undefined> {
  const isOfThatName = (child: ChildView): boolean => child.name === name;
  if (/^\d+$/.test(name)) {
    const asked = { moment, path, filter: 'indexed', start: Number(name), count: 1 } as const;
    const numbered = (await session.ask('children', asked)).children.find(isOfThatName);
    if (numbered !== undefined) return numbered;
  }
  return (await session.ask('children', { moment, path, filter: 'named' })).children.find(isOfThatName);
}

/** The nearest variable of that name that a frame sees. */
export async function variableNamed(
  session: Session,
  frameId: number | undefined,
  name: string,
): Promise<FoundChild | undefined> {
  const { moment, frame } = frameOf(session, frameId);
  const { scopes } = await session.ask('scopes', { moment, frame });
  for (const { path, kind } of scopes) {
    if (kind === 'registers') continue;
    const child = await childOf(session, moment, path, name);
    if (child !== undefined) return { moment, frame, child };
  }
  return undefined;
}

/** Where something is evaluated: in the frame, or without one in the global scope. */
export function frameOf(session: Session, frameId: number | undefined): { moment: Moment; frame: number } {
  if (frameId === undefined) return { moment: session.moment, frame: -1 };
  const { moment, frame } = session.references.frame(frameId);
  if (frame.frame < 0) throw new DebugError('What led here is over: it has no variables any more');
  return { moment, frame: frame.frame };
}
