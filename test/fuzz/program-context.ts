/** Where in a program the grammar stands: what is in scope, what may be written there, and how deep it already is. */
import type { Choices } from './choices.ts';

export interface Names {
  readonly variables: readonly string[];
  readonly functions: readonly string[];
  readonly classes: readonly string[];
  readonly generators: readonly string[];
  readonly asyncs: readonly string[];
}

export interface Place {
  readonly names: Names;
  readonly strict: boolean;
  readonly inFunction: boolean;
  readonly inArrow: boolean;
  readonly inGenerator: boolean;
  readonly inAsync: boolean;
  /** In a method, so `super.name` may stand here. */
  readonly hasSuper: boolean;
  readonly privates: readonly string[];
  /** Labels of loops, and of blocks, around this place within its function. */
  readonly loops: readonly string[];
  readonly blocks: readonly string[];
  readonly inLoop: boolean;
  readonly inSwitch: boolean;
  /** How much deeper it may get. */
  readonly depth: number;
}

export const topPlace: Place = {
  names: { variables: [], functions: [], classes: [], generators: [], asyncs: [] },
  strict: false,
  inFunction: false,
  inArrow: false,
  inGenerator: false,
  inAsync: false,
  hasSuper: false,
  privates: [],
  loops: [],
  blocks: [],
  inLoop: false,
  inSwitch: false,
  depth: 4,
};

export function deeper(place: Place, by = 1): Place {
  return { ...place, depth: place.depth - by };
}

export function withVariables(place: Place, variables: readonly string[]): Place {
  return { ...place, names: { ...place.names, variables: [...place.names.variables, ...variables] } };
}

/** Inside a function of its own: jumps, `yield` and `await` of the outside do not reach there. */
export function functionPlace(place: Place, parameters: readonly string[], changes: Partial<Place> = {}): Place {
  return {
    ...withVariables(place, parameters),
    inFunction: true,
    inArrow: false,
    inGenerator: false,
    inAsync: false,
    hasSuper: false,
    loops: [],
    blocks: [],
    inLoop: false,
    inSwitch: false,
    depth: Math.min(place.depth - 1, 3),
    ...changes,
  };
}

/** What the parts of the grammar hand each other: dice, and names that nobody has yet. */
export class Program {
  readonly choices: Choices;
  #count = 0;

  constructor(choices: Choices) {
    this.choices = choices;
  }

  name(stem: string): string {
    return `${stem}${this.#count++}`;
  }

  text(): string {
    return `'t${this.#count++}'`;
  }
}
