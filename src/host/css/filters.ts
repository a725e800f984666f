/** The functions of `filter`. Filter Effects: 6.1 Filter Functions. */
import { colorOf, colorText } from './colors.ts';
import { type Component, withoutSpaces } from './components.ts';
import { evaluateMath, generalText, mathText, typeOfUnit } from './numeric.ts';

const amounts = new Set('brightness contrast grayscale invert opacity saturate sepia'.split(' '));

/** Whether it is `none` or a list of filters. */
export function isFilter(list: readonly Component[]): boolean {
  const solid = withoutSpaces(list);
  const [first] = solid;
  if (solid.length === 1 && first?.kind === 'ident') return first.text.toLowerCase() === 'none';
  return (
    solid.length > 0 &&
    solid.every((each) => each.kind === 'url' || (each.kind === 'function' && isFunction(each.name, each.args)))
  );
}

function isFunction(name: string, args: readonly Component[]): boolean {
  const solid = withoutSpaces(args);
  if (name === 'drop-shadow') return solid.length >= 2;
  const [only, ...more] = solid;
  if (more.length > 0) return false;
  if (only === undefined) return name === 'blur' || name === 'hue-rotate' || amounts.has(name);
  if (only.kind === 'function') return true;
  if (only.kind !== 'number') return false;
  const type = typeOfUnit(only.unit);
  if (name === 'blur') return type === 'length' || only.value === 0;
  if (name === 'hue-rotate') return type === 'angle' || only.value === 0;
  return amounts.has(name) && (type === 'number' || type === 'percentage') && only.value >= 0;
}

/** One function as it is told: a shadow's colour comes first. Undefined: it is no filter. */
export function filterText({ name, args }: Extract<Component, { kind: 'function' }>): string | undefined {
  if (!isFunction(name, args)) return undefined;
  const texts = withoutSpaces(args).map((each): readonly [isColor: boolean, text: string] => {
    const color = colorOf(each);
    if (color !== undefined) return [true, colorText(color)];
    if (each.kind !== 'number') {
      const sum = evaluateMath(each);
      return [false, sum === undefined ? '' : mathText(sum)];
    }
    const unit = each.unit !== '' || each.value !== 0 ? each.unit : (zeroUnits[name] ?? '');
    return [false, generalText(each.value) + unit];
  });
  if (texts.some(([, text]) => text === '')) return undefined;
  return `${name}(${texts
    .toSorted(([one], [other]) => Number(other) - Number(one))
    .map(([, text]) => text)
    .join(' ')})`;
}

const zeroUnits: Readonly<Record<string, string>> = { blur: 'px', 'drop-shadow': 'px', 'hue-rotate': 'deg' };
