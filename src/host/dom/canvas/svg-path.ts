/** Path data as SVG has it, drawn into a path: up to the first mistake. SVG: 9.3 Path data. */
import { type Path, type Point } from './geometry.ts';

const numbersOf: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
const numberStart = /^[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/i;

export function drawSvgPath(path: Path, text: string): void {
  let left = text;
  let command = '';
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  /** The last control point, if the last command was a curve of the kind. */
  let control: { readonly kind: 'c' | 'q'; readonly point: Point } | undefined;
  const number = (isFlag: boolean): number | undefined => {
    const match = (isFlag ? /^[\s,]*([01])/ : numberStart).exec(left);
    if (match === null) return undefined;
    left = left.slice(match[0].length);
    return Number(match[1]);
  };
  for (;;) {
    const letter = /^[\s,]*([a-z])/i.exec(left);
    if (letter !== null) {
      command = letter[1]!;
      left = left.slice(letter[0].length);
    } else if (left.trim() === '' || /^z?$/i.test(command)) return;
    const lower = command.toLowerCase();
    const count = numbersOf[lower];
    if (count === undefined || (path.subpaths.length === 0 && lower !== 'm')) return;
    const values: number[] = [];
    while (values.length < count) {
      const value = number(lower === 'a' && (values.length === 3 || values.length === 4));
      if (value === undefined) return;
      values.push(value);
    }
    const [ox, oy] = command === lower ? at : [0, 0];
    const point = (index: number): Point => [values[index]! + ox, values[index + 1]! + oy];
    const reflected = (kind: 'c' | 'q'): Point =>
      control?.kind === kind ? [2 * at[0] - control.point[0], 2 * at[1] - control.point[1]] : at;
    let next: typeof control;
    switch (lower) {
      case 'm':
        at = start = point(0);
        path.moveTo(...at);
        command = command === 'm' ? 'l' : 'L';
        break;
      case 'l':
        path.lineTo(...(at = point(0)));
        break;
      case 'h':
        path.lineTo(...(at = [values[0]! + ox, at[1]]));
        break;
      case 'v':
        path.lineTo(...(at = [at[0], values[0]! + oy]));
        break;
      case 'c':
      case 's': {
        const first = lower === 'c' ? point(0) : reflected('c');
        const second = point(count - 4);
        path.bezierCurveTo(...first, ...second, ...(at = point(count - 2)));
        next = { kind: 'c', point: second };
        break;
      }
      case 'q':
      case 't': {
        const middle = lower === 'q' ? point(0) : reflected('q');
        path.quadraticCurveTo(...middle, ...(at = point(count - 2)));
        next = { kind: 'q', point: middle };
        break;
      }
      case 'a':
        drawArc(path, at, values, point(5));
        at = point(5);
        break;
      default:
        path.closePath();
        at = start;
    }
    control = next;
  }
}

/** SVG: B.2.4 Conversion from endpoint to center parameterization. */
function drawArc(
  path: Path,
  [x1, y1]: Point,
  [rxGiven, ryGiven, turn, isLarge, isSweep]: readonly number[],
  to: Point,
): void {
  const [x2, y2] = to;
  let [rx, ry] = [Math.abs(rxGiven!), Math.abs(ryGiven!)];
  if (rx === 0 || ry === 0 || (x1 === x2 && y1 === y2)) return path.lineTo(x2, y2);
  const angle = (turn! * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [hx, hy] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [px, py] = [cos * hx + sin * hy, cos * hy - sin * hx];
  const large = (px / rx) ** 2 + (py / ry) ** 2;
  if (large > 1) [rx, ry] = [rx * Math.sqrt(large), ry * Math.sqrt(large)];
  const square = (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1;
  const factor = (isLarge === isSweep ? -1 : 1) * Math.sqrt(Math.max(0, square));
  const [cx, cy] = [(factor * rx * py) / ry, (-factor * ry * px) / rx];
  const start = Math.atan2((py - cy) / ry, (px - cx) / rx);
  const end = Math.atan2((-py - cy) / ry, (-px - cx) / rx);
  const center: Point = [cos * cx - sin * cy + (x1 + x2) / 2, sin * cx + cos * cy + (y1 + y2) / 2];
  path.ellipse(...center, rx, ry, angle, start, end, isSweep === 0);
}
