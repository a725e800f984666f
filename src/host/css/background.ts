/** `background` and its position. CSS Backgrounds: 2.10 Backgrounds Shorthand. */
import { type Component, isDelimiter, splitByCommas, withoutSpaces } from './components.ts';
import { positionOf, valueOf } from './property-values.ts';
import { type Shorthand, splitText } from './shorthand-kinds.ts';

const backgroundParts = [
  'image',
  'position-x',
  'position-y',
  'size',
  'repeat',
  'attachment',
  'origin',
  'clip',
  'color',
].map((part) => `background-${part}`);

/** One layer: image, position, size, repeat, attachment, origin, clip, colour, each as given. */
function layerOf(solid: readonly Component[]): readonly string[] | undefined {
  const found = new Map<string, string>();
  let at = 0;
  while (at < solid.length) {
    const before = at;
    for (let end = Math.min(solid.length, at + 4); end > at; end--) {
      const part = solid.slice(at, end);
      const place = found.has('background-position-x') ? undefined : positionOf(part);
      if (place !== undefined) {
        found.set('background-position-x', place[0]).set('background-position-y', place[1]);
        at = end;
        if (!isDelimiter(solid[at], '/')) break;
        for (let last = Math.min(solid.length, at + 3); last > at + 1; last--) {
          const size = valueOf('background-size', solid.slice(at + 1, last));
          if (size === undefined) continue;
          found.set('background-size', size);
          at = last;
          break;
        }
        break;
      }
      const names = ['image', 'repeat', 'attachment', 'origin', 'clip', 'color'].map((each) => `background-${each}`);
      const name = names.find((each) => !found.has(each) && valueOf(each, part) !== undefined);
      if (name === undefined) continue;
      found.set(name, valueOf(name, part)!);
      at = end;
      break;
    }
    if (at === before) return undefined;
  }
  if (found.has('background-origin') && !found.has('background-clip'))
    found.set('background-clip', found.get('background-origin')!);
  return solid.length === 0 ? undefined : backgroundParts.map((name) => found.get(name) ?? 'initial');
}

const layerInitial: Readonly<Record<string, string>> = {
  'background-image': 'none',
  'background-position-x': '0%',
  'background-position-y': '0%',
  'background-size': 'auto',
  'background-repeat': 'repeat',
  'background-attachment': 'scroll',
  'background-origin': 'padding-box',
  'background-clip': 'border-box',
};

export const background: Shorthand = {
  longhands: backgroundParts,
  read: (list) => {
    const layers = splitByCommas(list)?.map((layer) => layerOf(withoutSpaces(layer)));
    if (layers === undefined || layers.includes(undefined)) return undefined;
    const known = layers as (readonly string[])[];
    if (known.slice(0, -1).some((layer) => layer.at(-1) !== 'initial')) return undefined;
    return backgroundParts.map((name, index) => {
      const values = known.map((layer) => layer[index]!);
      if (name === 'background-color') return values.at(-1)!;
      if (values.every((value) => value === 'initial')) return 'initial';
      return values.map((value) => (value === 'initial' ? layerInitial[name]! : value)).join(', ');
    });
  },
  tell: (values) => {
    const lists = values.map(splitText);
    const count = lists[0]!.length;
    const layers = Array.from({ length: count }, (_layer, at) => {
      const [image, x, y, size, repeat, attachment, origin, clip] = lists.map((list, index) => {
        const value = list[at] ?? 'initial';
        return count > 1 && value === layerInitial[backgroundParts[index]!] ? 'initial' : value;
      });
      const words = [
        image,
        ...(size !== 'initial' || x !== 'initial' ? [x === 'initial' ? '0% 0%' : `${x} ${y}`] : []),
      ];
      if (size !== 'initial') words.push('/', size);
      words.push(repeat, attachment, origin, clip === origin ? 'initial' : clip);
      if (at === count - 1) words.push(values.at(-1)!);
      return words.filter((word) => word !== 'initial').join(' ') || 'none';
    });
    return layers.join(', ');
  },
};

export const backgroundPosition: Shorthand = {
  longhands: ['background-position-x', 'background-position-y'],
  read: (list) => {
    const places = splitByCommas(list)?.map((layer) => positionOf(withoutSpaces(layer)));
    if (places === undefined || places.includes(undefined)) return undefined;
    return [0, 1].map((axis) => places.map((place) => place![axis]).join(', '));
  },
  tell: ([across, down]) => {
    const downs = splitText(down!);
    return splitText(across!)
      .map((x, index) => `${x} ${downs[index]}`)
      .join(', ');
  },
};
