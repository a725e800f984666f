type Any = any;
let n = 0;
const trace = (label: string) => { console.log('evaluate', label); return (value: Any, context: Any) => { console.log('apply', label, context.kind, typeof value); context.addInitializer?.(function (this: Any) { console.log('initializer', label, typeof this); }); }; };
const key = (name: string) => { console.log('key', name); return name; };
@trace('class')
class Ordered extends (console.log('extends'), Object) {
  @trace('b') [key('b')] = (console.log('value b'), 1);
  static [key('plain')] = 'plain';
  @trace('c') static [key('c')]() { return 'c'; }
  @trace('a1') @trace('a2') a() {}
  static { console.log('block 1'); }
  @trace('d') accessor [key('d')] = (console.log('value d'), 2);
  @trace('e') static accessor e = (console.log('value e'), 3);
  @trace('f') get [key('f')]() { return 'f'; }
  static { console.log('block 2'); }
  @trace('g') #g = (console.log('value g'), 4);
  [key('h')]() {}
  constructor() { console.log('constructor start'); super(); console.log('constructor end', this.#g); }
}
const ordered: Any = new Ordered();
console.log(ordered.b, (Ordered as Any).plain, (Ordered as Any).c(), ordered.d, ordered.f, Ordered.e);
const outer = 'outer this';
class Uses {
  static prefix = 'static';
  @((v: Any, c: Any) => function (this: Any) { return 'wrapped ' + v.call(this) + ' ' + outer; }) greet() { return `hello ${this.name}`; }
  name = 'uses';
  @(function (this: Any, v: Any, c: Any) { console.log('this in decorator', this === undefined); }) m() {}
}
console.log(new Uses().greet());
function make(tag: string) { return class { @((v: Any, c: Any) => { console.log('made', tag, c.name); }) method() { return tag; } @trace(tag) static field = tag; }; }
console.log(new (make('one'))().method(), make('two').field);
class OuterClass { static Inner = @trace('inner') class { @trace('inner method') m() { return 'inner'; } }; @trace('outer method') m() { return new OuterClass.Inner().m(); } }
console.log(new OuterClass().m(), OuterClass.Inner.name);
const list = [@trace('in array') class InArray {}, (@trace('in parentheses') class {})];
console.log(list.map(({ name }) => name));
let late: Any; late = @trace('assigned') class {}; console.log(late.name);
const { Dflt = @trace('default') class {} } = {} as Any; console.log(Dflt.name);
(function (P = @trace('parameter') class {}) { console.log(P.name); })();
class Getters { static #count = 0; @((v: Any) => function (this: Any) { return v.call(this) + 1; }) static get count() { return Getters.#count++; } @((v: Any) => function (this: Any, x: number) { v.call(this, x * 10); }) static set count(x: number) { Getters.#count = x; } }
Getters.count = 4; console.log(Getters.count, Getters.count);
try { @(() => 5 as Any) class Bad {} } catch (error) { console.log((error as Error).message); }
try { class BadAccessor { @(() => 5 as Any) accessor x = 1; } } catch (error) { console.log((error as Error).message); }
@((v: Any) => undefined) class Kept { static self = Kept; static me = () => Kept; } console.log(Kept.self === Kept, Kept.me() === Kept);
@((v: Any) => class Replaced extends v {}) class Before { static early = Before.name; static later = () => Before.name; } console.log((Before as Any).early, Before.later(), Before.name);
