namespace Geometry {
  export const origin = { x: 0, y: 0 };
  export let counter = 0;
  export var legacy: number = 1, second = legacy + 1;
  export let undefinedYet: string;
  let hidden = 'hidden';
  export function next(): number { counter += 1; return counter; }
  export class Point { constructor(public x = origin.x, public y = origin.y) { next(); } static zero = new Point(); }
  export interface Sized { size: number }
  export type Alias = Sized;
  export enum Axis { X, Y }
  export const reveal = () => hidden + counter;
  export const { a, b: [c, d = counter], ...others } = { a: 1, b: [2] as number[], e: 5, f: 6 };
  export namespace Inner { export const depth = counter + 100; export namespace Deeper { export const name = 'deeper' + depth; } }
  undefinedYet = `set ${a} ${c} ${d}`;
  counter++;
  [counter] = [counter * 10];
  export async function later() { return counter; }
  function shadowed(counter: string) { return counter; }
  export const shadow = shadowed('parameter');
  export const short = { counter, next };
}
namespace Geometry {
  export const again = origin.x + counter;
  export const more = next();
  export const axis = Axis.Y;
  export const point = new Point(3);
  Inner.Deeper;
}
console.log(Geometry);
console.log(Geometry.next(), Geometry.reveal(), Geometry.counter, Geometry.reveal.name, Geometry.next.name);
namespace A.B.C { export const value = 'abc'; }
namespace A.B { export const sibling = C.value + '!'; }
console.log(A, A.B.sibling);
import Short = A.B.C;
import UnusedAlias = A.B;
console.log(Short.value);
namespace UsesAliases { import Q = A.B; export import R = A.B.C; export const viaQ = Q.sibling; export const viaR = R.value; }
console.log(UsesAliases);
namespace OnlyTypes { export interface X { x: number } export type Y = X }
const typed: OnlyTypes.X = { x: 1 };
console.log(typed, typeof (globalThis as any).OnlyTypes);
function merged(x: number) { return x * merged.factor; }
namespace merged { export let factor = 3; }
console.log(merged(2), merged.factor, Object.keys(merged));
class Albums { label = new Albums.Label('l'); }
namespace Albums { export class Label { constructor(public name: string) {} } }
console.log(new Albums());
enum Color { Red, Green }
namespace Color { export function parse(name: keyof typeof Color) { return Color[name]; } }
console.log(Color, Color.parse('Green' as any));
namespace Same { export class Same { x = 1 } export const make = () => new Same(); }
console.log(new Same.Same(), Same.make());
declare namespace Nowhere { const x: number; }
declare module 'nothing' { export const y: number; }
