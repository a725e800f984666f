// What may stand behind @.
const log = (...a) => console.log(...a);
const d = (n) => (...a) => log(n, a.length, typeof a[0], String(a[1]));
const ns = { d, f: () => d, list: [d('l')], x: { get: () => ({ d }) } };
class A { @d<string>('generic') a; @ns.x.get().d('chain') b; @ns.f()('twice') c; @ns.d!('bang') e;
  @new (class { constructor() { return d('new') } })() g() {} 
  m(@ns.f()('p') a, @d<{ a: 1 }>('q') other?: string) {} }
class T { k = d('this'); run() { class I { @this.k m() {} } return I } } new T().run();
class Multi {
  @d('line1')
  @d('line2')
  // comment
  public async m(
    @d('a') /* x */ a: string,
    @d('b')
    b: number,
  ): Promise<void> {}
}
