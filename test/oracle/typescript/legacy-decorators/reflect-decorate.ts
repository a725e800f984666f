// Reflect.decorate, where the program has it (reflect-metadata), is asked to apply decorators.
(Reflect as any).decorate = function (decorators: any[], target: any, key: any, descriptor: any) {
  console.log('decorate', arguments.length > 1, decorators.length, typeof target, key, descriptor && Object.keys(descriptor));
  for (const decorator of decorators.filter(Boolean).toReversed()) {
    const result = key === undefined ? decorator(target) : decorator(target, key, descriptor);
    if (result) key === undefined ? (target = result) : (descriptor = result);
  }
  return key === undefined ? target : descriptor;
};
const mark: any = (...args: any[]) => console.log(args.length);
@mark
class A {
  @mark f = 1;
  @mark m(@mark a: number) {}
  @mark static s = 2;
  @mark get g() {
    return 1;
  }
}
console.log(new A());
