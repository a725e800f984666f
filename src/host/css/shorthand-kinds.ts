/** The kinds of shorthands that several properties are: four sides, pairs, lists. CSSOM: 6.7.1 serialize a CSS value. */
import { type Component, splitByCommas, withoutSpaces } from './components.ts';
import { valueOf } from './property-values.ts';

/** Values in the order of `longhands`. */
export interface Shorthand {
  readonly longhands: readonly string[];
  /** Undefined: it is no value. */
  readonly read: (list: readonly Component[]) => readonly string[] | undefined;
  /** '': there is no way to tell it. */
  readonly tell: (values: readonly string[]) => string;
}
export function fourText([top, right, bottom, left]: readonly string[]): string {
  if (left !== right) return [top, right, bottom, left].join(' ');
  if (bottom !== top) return [top, right, bottom].join(' ');
  return right === top ? top! : `${top} ${right}`;
}

/** One value for each side, as many as are given. */
export function four(longhands: readonly string[]): Shorthand {
  return {
    longhands,
    read: (list) => {
      const solid = withoutSpaces(list);
      if (solid.length < 1 || solid.length > 4) return undefined;
      const values = solid.map((each, index) => valueOf(longhands[index]!, [each]));
      if (values.includes(undefined)) return undefined;
      const [top, right = top, bottom = top, left = right] = values as string[];
      return [top!, right!, bottom!, left!];
    },
    tell: fourText,
  };
}

/** The first value, and the second where it is another. */
export function two(longhands: readonly [string, string]): Shorthand {
  return {
    longhands,
    read: (list) => {
      const solid = withoutSpaces(list);
      for (let split = solid.length; split > 0; split--) {
        const first = valueOf(longhands[0], solid.slice(0, split));
        const second = split === solid.length ? first : valueOf(longhands[1], solid.slice(split));
        if (
          first !== undefined &&
          second !== undefined &&
          valueOf(longhands[1], solid.slice(split === solid.length ? 0 : split)) !== undefined
        )
          return [first, second];
      }
      return undefined;
    },
    tell: ([first, second]) => (first === second ? first! : `${first} ${second}`),
  };
}

/** Any of them in any order; what is not given has its initial value, and is left out again. */
export function any(
  longhands: readonly string[],
  initial: readonly string[],
  none: string,
  tried = longhands,
): Shorthand {
  return {
    longhands,
    read: (list) => {
      const found = assigned(
        tried,
        withoutSpaces(list),
        tried.map((name) => initial[longhands.indexOf(name)]!),
      );
      return found && longhands.map((name) => found[tried.indexOf(name)]!);
    },
    tell: (values) => {
      const given = values.filter((value, index) => value !== initial[index] && value !== 'initial');
      return given.length === 0 ? none : given.join(' ');
    },
  };
}

export function assigned(
  longhands: readonly string[],
  solid: readonly Component[],
  initial: readonly string[],
): string[] | undefined {
  const values: (string | undefined)[] = longhands.map(() => undefined);
  let at = 0;
  while (at < solid.length) {
    const before = at;
    for (let end = Math.min(solid.length, at + 8); end > at; end--) {
      const part = solid.slice(at, end);
      const index = longhands.findIndex(
        (name, each) => values[each] === undefined && valueOf(name, part) !== undefined,
      );
      if (index < 0) continue;
      values[index] = valueOf(longhands[index]!, part)!;
      at = end;
      break;
    }
    if (at === before) return undefined;
  }
  return solid.length === 0 ? undefined : values.map((value, index) => value ?? initial[index]!);
}
/** Lists of the same length in each longhand. `tellOne`: of one item; `initial`: what an item has where nothing is given. */
export function listed(
  longhands: readonly string[],
  initial: readonly string[],
  tried: readonly string[],
  tellOne: (values: readonly string[]) => string,
): Shorthand {
  return {
    longhands,
    read: (list) => {
      const items = splitByCommas(list)?.map((item) =>
        assigned(
          tried,
          withoutSpaces(item),
          tried.map((name) => initial[longhands.indexOf(name)]!),
        ),
      );
      if (items === undefined || items.includes(undefined)) return undefined;
      return longhands.map((name, index) => {
        const at = tried.indexOf(name);
        return at < 0 ? initial[index]! : items.map((item) => item![at]).join(', ');
      });
    },
    tell: (values) => {
      const lists = values.map(splitText);
      const count = Math.max(...lists.map(({ length }) => length));
      if (lists.some(({ length }, index) => length !== count && tried.includes(longhands[index]!))) return '';
      return Array.from({ length: count }, (_item, at) => tellOne(lists.map((list) => list[at] ?? ''))).join(', ');
    },
  };
}

/** Between commas that stand in no parentheses. */
export const splitText = (text: string): string[] => text.split(/,\s*(?![^(]*\))/);
