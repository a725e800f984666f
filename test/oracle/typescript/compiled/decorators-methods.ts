type Any = any;
const log = (label: string) => (value: Any, context: Any) => { console.log(label, context.kind, String(context.name), context.static, context.private, typeof value); };
function twice(value: Any, context: Any) { return function (this: Any, ...args: Any[]) { return [value.apply(this, args), value.apply(this, args)]; }; }
function bound(_value: Any, context: Any) { context.addInitializer(function (this: Any) { this[context.name] = this[context.name].bind(this); }); }
class Service {
  count = 0;
  @log('m') @twice hit(by = 1) { return (this.count += by); }
  @bound whoami() { return this?.constructor.name; }
  @log('static') static make() { return new this(); }
  @log('get') get doubled() { return this.count * 2; }
  @log('set') set doubled(value: number) { this.count = value / 2; }
  @log('private') #internal() { return 'internal'; }
  @twice #pair() { return this.count++; }
  @log('private static') static #hidden() { return 'hidden'; }
  @log('private get') get #secret() { return 's' + this.count; }
  @log('computed') ['comp' + 'uted']() { return 'c'; }
  reveal() { return [this.#internal(), this.#pair(), this.#secret, Service.#hidden()]; }
  @log('async') async later() { return 'later'; }
  @log('generator') *list() { yield 1; yield 2; }
}
const service = Service.make();
console.log(service.hit(), service.hit(5), service.doubled);
service.doubled = 20;
console.log(service.count, service.reveal(), service['computed'](), [...service.list()]);
const { whoami } = service;
console.log(whoami(), Object.getOwnPropertyNames(Service.prototype), Service.prototype.hit.length);
service.later().then(console.log);
class Caller {
  @((value: Any, context: Any) => { console.log('access', context.access.has({ go: 1 }), context.access.get({ go: 2 }), Object.keys(context.access)); return value; }) go() {}
  @((value: Any, { access }: Any) => { const o: Any = {}; access.set(o, 5); console.log(o); }) set only(v: number) {}
}
new Caller();
try { class Bad { @(() => 5 as Any) m() {} } } catch (error) { console.log((error as Error).name, (error as Error).message); }
try { class Late { @((v: Any, c: Any) => { setTimeout(() => { try { c.addInitializer(() => {}); } catch (e) { console.log((e as Error).message); } }); }) m() {} } } catch (error) { console.log(error); }
class Base { @log('base') greet() { return 'base'; } }
class Child extends Base { @log('child') override greet() { return super.greet() + ' child'; } }
console.log(new Child().greet());
