// Classes that decorators replace, and what their names mean then.
const registry: any[] = [];
function register(target: any): void {
  registry.push(target);
}
function counted(target: any): any {
  return class extends target {
    static made = 0;
    constructor(...args: any[]) {
      super(...args);
      (this.constructor as any).made = 'counted';
    }
    extra() {
      return 'extra';
    }
  };
}
const sealed = (target: Function) => {
  Object.seal(target);
  Object.seal(target.prototype);
};
@register
class Plain {
  static self = Plain;
  me = Plain;
  shorthand() {
    return { me: Plain };
  }
}
console.log(registry[0] === Plain, Plain.self === Plain, new Plain().me === Plain, new Plain().shorthand());

@counted
@register
class Replaced {
  static before = Replaced;
  static #secret = 'secret';
  static accessor shared = 'shared';
  accessor own = 'own';
  field = () => Replaced;
  method() {
    const Inner = class Replaced {
      self() {
        return Replaced;
      }
    };
    const shadowed = ((Replaced: any) => Replaced)('shadowed');
    return [Replaced === registry[2], new Inner().self() === Inner, shadowed, new Replaced() instanceof Replaced];
  }
  static {
    console.log('in the block', this === Replaced, typeof Replaced);
  }
  static read() {
    return Replaced.before.#secret;
  }
}
register(Replaced);
const replaced: any = new Replaced();
console.log(Replaced.name, replaced.method(), replaced.extra(), replaced.field() === Replaced, Replaced.before === registry[1]);
console.log(Replaced.shared, replaced.own, Replaced.read(), replaced, (Replaced as any).made);

@sealed
class Sealed {
  m() {}
}
console.log(Object.isSealed(Sealed), Object.isSealed(Sealed.prototype));

for (const n of [1, 2]) {
  @register
  class InLoop {
    n = n;
  }
  console.log(new InLoop());
}
function inFunction() {
  @counted
  class Local {}
  return Local;
}
console.log(inFunction() === inFunction(), new (inFunction())());
switch (1 as number) {
  case 1:
    @register
    class InCase {}
    console.log(new InCase());
}
namespace Space {
  @counted
  export class Exported {
    static original = Exported;
    again = () => Exported;
  }
  export class Members {
    @((t: any, k: string) => console.log(k, typeof (globalThis as any).Space)) m = 1;
  }
  console.log(Exported === Space.Exported, Exported.original === Exported);
}
console.log(Space.Exported.original === Space.Exported, new Space.Exported().again() === Space.Exported, new Space.Members());
class Holder {
  #x = 1;
  static #count = 2;
  static seen: number[] = [];
  @((target: any, key: string) => {
    Holder.seen.push(Holder.#count);
  })
  m() {
    return this.#x;
  }
}
console.log(Holder.seen, new Holder().m());
async function withAwait() {
  class Waiting {
    @(await Promise.resolve((t: any, k: string) => console.log('waited', k))) m() {}
  }
  return new Waiting();
}
withAwait().then(console.log);
try {
  console.log(TooEarly);
} catch (error) {
  console.log(String(error));
}
@register
class TooEarly {}
