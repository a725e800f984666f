type Any = any;
const seen: string[] = [];
function note(name: string) { seen.push(`evaluate ${name}`); return (value: Any, context: Any) => { seen.push(`apply ${name} to ${context.kind} ${String(context.name)}`); }; }
@note('outer') @note('inner')
class Noted {
  @note('method') m() {}
  @note('static field') static s = seen.push('static field initialised');
  @note('field') f = 1;
  static { seen.push('static block'); }
  @note('accessor') accessor a = 1;
  @note('static method') static sm() {}
}
console.log(seen.join('\n'));
console.log(Noted.name, new Noted());
function replace(value: Any, context: Any) { return class extends value { static replaced = context.name; extra = 'extra'; }; }
@replace class Original { static self() { return Original; } value = 1; }
console.log(Original, new Original(), Original.self() === Original, (Original as Any).replaced);
function register(value: Any, context: Any) { context.addInitializer(function (this: Any) { console.log('registered', this.name, this.ready); }); }
@register class Registered { static ready = true; }
const Anonymous = @register class { static ready = 'anonymous'; };
console.log(Anonymous.name, Registered.name);
const holder = { Prop: @register class { static ready = 1; }, ['Comp' + 1]: class {} };
console.log(holder.Prop.name);
@((value: Any, context: Any) => { console.log(context.kind, context.name, context.metadata, Object.keys(context)); }) abstract class Abstract { abstract x: number; }
console.log(typeof Abstract);
function factory(options: { name: string }) { return (value: Any, context: Any) => { value.prototype.from = options.name; }; }
namespace deco { export const nested = { factory }; }
@deco.nested.factory({ name: 'nested' }) class FromNamespace { declare from: string; }
console.log(new FromNamespace().from);
@register class Parent { static ready = 'parent'; constructor(private x = 1) {} get() { return this.x; } }
@register class Kid extends Parent { static ready = 'kid'; override get() { return super.get() + 1; } }
console.log(new Kid().get(), Object.getPrototypeOf(Kid) === Parent);
function singleton<T extends new (...args: Any[]) => Any>(Value: T, _context: Any) { let instance: Any; return new Proxy(Value, { construct(target, args) { return (instance ??= Reflect.construct(target, args)); } }); }
@singleton class Config { id = Math.floor(0.5); }
console.log(new Config() === new Config());
