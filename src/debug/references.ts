/** The numbers by which clients name frames and values of a stop. They grow, so that those of an earlier stop are known as such. */
import type { ChildView, Moment, Place, StackFrameView, ValuePath } from '../protocol/questions.ts';
import { DebugError } from './debug-error.ts';

export interface FrameReferent {
  readonly moment: Moment;
  readonly frame: StackFrameView;
}

/** Something with children. */
export interface ValueReferent {
  readonly moment: Moment;
  readonly path: ValuePath;
  /** The frame in which its children's expressions are evaluated. */
  readonly frame: number;
  /** The children that were listed, by name. */
  readonly listed: Map<string, ChildView>;
}

export class References {
  private next = 1;
  private readonly frames = new Map<number, FrameReferent>();
  private readonly values = new Map<number, ValueReferent>();
  private readonly places = new Map<number, Place>();

  clear(): void {
    this.frames.clear();
    this.values.clear();
    this.places.clear();
  }

  addFrame(referent: FrameReferent): number {
    return add(this.frames, this.next++, referent);
  }

  addValue(moment: Moment, path: ValuePath, frame: number): number {
    return add(this.values, this.next++, { moment, path, frame, listed: new Map<string, ChildView>() });
  }

  addPlace(place: Place): number {
    return add(this.places, this.next++, place);
  }

  frame(id: number): FrameReferent {
    return known(this.frames.get(id), 'This frame');
  }

  value(reference: number): ValueReferent {
    return known(this.values.get(reference), 'This value');
  }

  place(reference: number): Place {
    return known(this.places.get(reference), 'This place');
  }
}

function add<Referent>(map: Map<number, Referent>, id: number, referent: Referent): number {
  map.set(id, referent);
  return id;
}

function known<Referent>(referent: Referent | undefined, what: string): Referent {
  if (referent === undefined) throw new DebugError(`${what} belongs to an earlier stop`);
  return referent;
}
