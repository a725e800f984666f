/**
 * Paths as lines: what a point is in. HTML: 4.12.5.1.6 Building paths; Blink: platform/graphics/path.h.
 * Simplified: curves are many short lines, joins of strokes are round unless they are corners, and dashes count as lines.
 */

/** a, b, c, d, e, f as `matrix()` has them. */
export type Affine = readonly [number, number, number, number, number, number];
export type Point = readonly [x: number, y: number];

export const identity: Affine = [1, 0, 0, 1, 0, 0];

export function timesAffine([a, b, c, d, e, f]: Affine, [a2, b2, c2, d2, e2, f2]: Affine): Affine {
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}

export function inverseAffine([a, b, c, d, e, f]: Affine): Affine | undefined {
  const determinant = a * d - b * c;
  if (determinant === 0 || !Number.isFinite(determinant)) return undefined;
  return [d, -b, -c, a, c * f - d * e, b * e - a * f].map((each) => each / determinant) as unknown as Affine;
}

export function mapped([a, b, c, d, e, f]: Affine, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

interface Subpath {
  readonly points: Point[];
  isClosed: boolean;
}

export interface Pen {
  readonly width: number;
  readonly cap: string;
  readonly join: string;
  readonly miterLimit: number;
}

const curveSteps = 64;
const fullTurn = 2 * Math.PI;

export class Path {
  readonly subpaths: Subpath[] = [];

  private get current(): Subpath | undefined {
    return this.subpaths.at(-1);
  }

  private get last(): Point | undefined {
    return this.current?.points.at(-1);
  }

  add(other: Path, matrix: Affine): void {
    for (const { points, isClosed } of other.subpaths)
      this.subpaths.push({ points: points.map((point) => mapped(matrix, point)), isClosed });
  }

  moveTo(x: number, y: number): void {
    this.subpaths.push({ points: [[x, y]], isClosed: false });
  }

  lineTo(x: number, y: number): void {
    if (this.current === undefined) return this.moveTo(x, y);
    if (this.current.isClosed) this.moveTo(...this.current.points[0]!);
    this.current.points.push([x, y]);
  }

  closePath(): void {
    if (this.current !== undefined && this.current.points.length > 1) this.current.isClosed = true;
  }

  /** Where the pen is; at the beginning of what was closed. */
  pen(): Point | undefined {
    return this.current?.isClosed === true ? this.current.points[0] : this.last;
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    const [x0, y0] = this.pen() ?? [x1, y1];
    if (this.current === undefined) this.moveTo(x0, y0);
    for (let step = 1; step <= curveSteps; step++) {
      const t = step / curveSteps;
      const u = 1 - t;
      const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      this.lineTo(w0 * x0 + w1 * x1 + w2 * x2 + w3 * x, w0 * y0 + w1 * y1 + w2 * y2 + w3 * y);
    }
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    const [x0, y0] = this.pen() ?? [x1, y1];
    const [cx, cy] = [x0 + (2 / 3) * (x1 - x0), y0 + (2 / 3) * (y1 - y0)];
    this.bezierCurveTo(cx, cy, x + (2 / 3) * (x1 - x), y + (2 / 3) * (y1 - y), x, y);
  }

  ellipse(
    x: number,
    y: number,
    rx: number,
    ry: number,
    turn: number,
    start: number,
    end: number,
    isBack: boolean,
  ): void {
    const sweep = sweepOf(start, end, isBack);
    const steps = Math.max(1, Math.ceil((Math.abs(sweep) / fullTurn) * curveSteps * 4));
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    for (let step = 0; step <= steps; step++) {
      const angle = start + (sweep * step) / steps;
      const [px, py] = [rx * Math.cos(angle), ry * Math.sin(angle)];
      this.lineTo(x + px * cos - py * sin, y + px * sin + py * cos);
    }
  }

  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void {
    const [x0, y0] = this.pen() ?? [x1, y1];
    if (this.current === undefined) this.moveTo(x0, y0);
    const [ax, ay, bx, by] = [x0 - x1, y0 - y1, x2 - x1, y2 - y1];
    const [aLength, bLength] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
    const cross = ax * by - ay * bx;
    if (aLength === 0 || bLength === 0 || cross === 0 || radius === 0) return this.lineTo(x1, y1);
    const half = Math.acos(Math.max(-1, Math.min(1, (ax * bx + ay * by) / (aLength * bLength)))) / 2;
    const along = radius / Math.tan(half);
    const from: Point = [x1 + (ax / aLength) * along, y1 + (ay / aLength) * along];
    const to: Point = [x1 + (bx / bLength) * along, y1 + (by / bLength) * along];
    const side = cross > 0 ? -1 : 1;
    const center: Point = [from[0] + (side * ay * radius) / aLength, from[1] - (side * ax * radius) / aLength];
    const angleOf = ([x, y]: Point): number => Math.atan2(y - center[1], x - center[0]);
    this.lineTo(...from);
    this.ellipse(...center, radius, radius, 0, angleOf(from), angleOf(to), cross > 0);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.subpaths.push({
      points: [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
      isClosed: true,
    });
    this.moveTo(x, y);
  }

  /** Radii of the corners from the upper left one on, clockwise. */
  roundRect(x: number, y: number, width: number, height: number, radii: readonly Point[]): void {
    const sums = [0, 2].map((at) => radii[at]![0] + radii[at + 1]![0]);
    const downs = [radii[0]![1] + radii[3]![1], radii[1]![1] + radii[2]![1]];
    const fit = Math.min(
      1,
      ...sums.map((sum) => (sum > 0 ? Math.abs(width) / sum : 1)),
      ...downs.map((sum) => (sum > 0 ? Math.abs(height) / sum : 1)),
    );
    const [left, right] = width < 0 ? [x + width, x] : [x, x + width];
    const [top, bottom] = height < 0 ? [y + height, y] : [y, y + height];
    const placed = [0, 1, 2, 3].map((corner) => radii[corner ^ (width < 0 ? 1 : 0) ^ (height < 0 ? 3 : 0)]!);
    const corners: readonly (readonly [number, number, number, number])[] = [
      [left, top, 1, 1],
      [right, top, -1, 1],
      [right, bottom, -1, -1],
      [left, bottom, 1, -1],
    ];
    this.subpaths.push({ points: [], isClosed: false });
    for (const [index, [cx, cy, dx, dy]] of corners.entries()) {
      const [rx, ry] = [placed[index]![0] * fit, placed[index]![1] * fit];
      const start = Math.PI + (index * Math.PI) / 2;
      this.ellipse(cx + dx * rx, cy + dy * ry, rx, ry, 0, start, start + Math.PI / 2, false);
    }
    this.closePath();
    this.moveTo(x, y);
  }

  /** On a line counts as inside. */
  contains([x, y]: Point, rule: string): boolean {
    let winding = 0;
    for (const { points } of this.subpaths) {
      if (points.length < 3) continue;
      for (const [index, [x1, y1]] of points.entries()) {
        const [x2, y2] = points[(index + 1) % points.length]!;
        const side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
        if (side === 0 && isBetween(x, x1, x2) && isBetween(y, y1, y2)) return true;
        if (y1 <= y && y2 > y && side > 0) winding++;
        else if (y1 > y && y2 <= y && side < 0) winding--;
      }
    }
    return rule === 'evenodd' ? winding % 2 !== 0 : winding !== 0;
  }

  strokeContains(point: Point, pen: Pen): boolean {
    return this.subpaths.some(({ points, isClosed }) => isOnStroke(points, isClosed, point, pen));
  }
}

const isBetween = (value: number, one: number, other: number): boolean =>
  value >= Math.min(one, other) && value <= Math.max(one, other);

/** HTML: the ellipse method steps: at most one turn, in the direction that was asked for. */
function sweepOf(start: number, end: number, isBack: boolean): number {
  const sweep = end - start;
  if (isBack) {
    if (sweep <= -fullTurn) return -fullTurn;
    return sweep > 0 ? -(fullTurn - (sweep % fullTurn)) : sweep;
  }
  if (sweep >= fullTurn) return fullTurn;
  return sweep < 0 ? fullTurn - (-sweep % fullTurn) : sweep;
}

function isOnStroke(all: readonly Point[], isClosed: boolean, [x, y]: Point, pen: Pen): boolean {
  const points = all.filter(([px, py], index) => index === 0 || px !== all[index - 1]![0] || py !== all[index - 1]![1]);
  const half = pen.width / 2;
  const ring = isClosed ? [...points, points[0]!] : points;
  const lines = ring
    .slice(1)
    .map((to, index) => lineOf(ring[index]!, to))
    .filter(({ length }) => length > 0);
  for (const [index, line] of lines.entries()) {
    const along = (x - line.x) * line.dx + (y - line.y) * line.dy;
    const beside = Math.abs((x - line.x) * line.dy - (y - line.y) * line.dx);
    const isFirst = !isClosed && index === 0;
    const isLast = !isClosed && index === lines.length - 1;
    const more = pen.cap === 'square' ? half : 0;
    if (beside <= half && along >= (isFirst ? -more : 0) && along <= line.length + (isLast ? more : 0)) return true;
    const isRoundHere = pen.cap === 'round' && (isFirst || isLast);
    const reaches = (px: number, py: number): boolean => Math.hypot(x - px, y - py) <= half;
    if (isRoundHere && isFirst && reaches(line.x, line.y)) return true;
    if (isRoundHere && isLast && reaches(line.x + line.dx * line.length, line.y + line.dy * line.length)) return true;
    const next = lines[index + 1] ?? (isClosed ? lines[0] : undefined);
    if (next !== undefined && isAtJoin(line, next, [x, y], pen)) return true;
  }
  return false;
}

interface Line {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
}

function lineOf([x, y]: Point, [x2, y2]: Point): Line {
  const length = Math.hypot(x2 - x, y2 - y);
  return { x, y, dx: (x2 - x) / length, dy: (y2 - y) / length, length };
}

function isAtJoin(line: Line, next: Line, [x, y]: Point, { width, join, miterLimit }: Pen): boolean {
  const half = width / 2;
  const [px, py] = [x - next.x, y - next.y];
  const turn = line.dx * next.dy - line.dy * next.dx;
  const cos = line.dx * next.dx + line.dy * next.dy;
  if (join === 'round' || Math.abs(turn) < 0.2) return Math.hypot(px, py) <= half;
  // Beyond both ends, on the outer side: within the two edges, and for a bevel within the line between their ends.
  if (px * line.dx + py * line.dy < 0 || px * next.dx + py * next.dy > 0) return false;
  const side = turn > 0 ? -1 : 1;
  const first = side * (line.dx * py - line.dy * px);
  const second = side * (next.dx * py - next.dy * px);
  if (first > half || second > half) return false;
  const isMiter = join === 'miter' && 1 / Math.sqrt((1 + cos) / 2) <= miterLimit;
  return isMiter || first + second <= half * (1 + cos);
}
