namespace State {
  export let count = 0;
  export let items: number[] = [];
  export let label = 'start', unset: string | undefined;
  export const twice = () => count * 2;
  for (count of [5, 6, 7]) items.push(count);
  for (label in { key: 1 }) items.push(label.length);
  ({ count, label: label } = { count: 10, label: 'destructured' });
  [items[0], count = 3] = [99] as any;
  count += 2; count++; --count; count ??= 9;
  const shorthand = { count, items };
  export function snapshot() { return { ...shorthand, now: count, kind: typeof count, del: delete (items as any).nope }; }
  { let count = 'inner'; console.log(count, ((label: string) => label)('parameter')); }
  export class Counter { static initial = count; value = count; static { count = 50; } bump() { return (count += this.value); } }
  export class Special extends Counter { override bump() { return super.bump() + count; } }
  class Hidden extends Special {}
  export const hidden = new Hidden();
  try { throw 'thrown'; } catch (label) { console.log(label); }
  export var fn = function named() { return typeof named + count; };
  label = `template ${count} ${label}`;
  if (count > 1) { var hoisted = count; }
  export type T = typeof hoisted;
  export abstract class Abstract { abstract x: number; static y = hoisted; }
}
console.log(State, State.snapshot(), State.twice(), State.hidden.bump(), State.fn());
namespace Outer {
  export const a = 'outer a', b = 'outer b';
  export namespace Inner {
    export const a = 'inner a';
    export const seen = [a, b];
    export function Outer() { return 'function Outer ' + a; }
    export namespace Inner { export const nested = seen.concat(a, b); }
  }
  export const after = [a, Inner.a, Inner.Inner.nested.length];
}
console.log(Outer, Outer.Inner.Outer());
function Func() { return Func.config.name; }
namespace Func { export const config = { name: 'configured' }; export const nested = () => Func(); }
console.log(Func(), Func.nested());
class Model { static all = [1]; constructor(public options: Model.Options = Model.defaults) {} }
namespace Model { export interface Options { size: number } export const defaults: Options = { size: all().length }; function all() { return Model.all; } }
console.log(new Model());
function scoped() { enum Local { A = 1 } namespaceLike(); function namespaceLike() { console.log(Local); } return Local.A; }
console.log(scoped());
namespace Dotted.Deep { export enum Kind { One = 1, Two } const enum Fast { X = 9 } export const sum = Kind.Two + Fast.X; }
namespace Dotted.Deep { export const again = Kind.One; }
import K = Dotted.Deep.Kind;
console.log(Dotted.Deep, K[2]);
namespace Async { export const later = async () => { await null; return done; }; export let done = 'not yet'; later().then((value) => console.log('later', value)); done = 'done'; }
