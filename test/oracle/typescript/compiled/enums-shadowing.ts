const A = 'outer A', x = 7, y = 'why';
enum E { A = 1, B = A, C = ((A: number) => A * 10)(2), D = E.B + x, F = [A, B].length, G = `${y}` as any, H = (() => { const B = 5; return B + A; })() }
console.log(E);
function f(x: number) { enum Inner { P = x, Q = P + 1 as any, R = Inner.P } return Inner; }
console.log(f(3), f(4));
enum Strings { A = 'a' + 'b', B = `${A}c`, C = B, D = A.length, 'E-F' = 'ef', G = Strings['E-F'] }
console.log(Strings);
enum Bits { A = 1, B = A << 1, C = A | B, D = ~C, E = C ^ 0xff, F = (C + 1) * 2 - 1, G = 7 % 4, H = 2 ** 3, I = -(A), J = +B, K = 0b11, L = 0xF, M = 1e3, N = .5 }
console.log(Bits);
enum Auto { First, Second, Tenth = 10, Eleventh, Big = 2147483647, Bigger }
console.log(Auto, Auto[Auto.Eleventh]);
let calls = 0; const next = () => ++calls;
enum Dynamic { A = next(), B = next(), C = A + B, D = Dynamic.C * 2 }
console.log(Dynamic, calls);
enum Dup { A = 1, B = 1 } console.log(Dup, Dup[1]);
const E2 = E; console.log(E2.A, E['B'], E[E.A], Object.values(Auto).filter((v) => typeof v === 'number'));
const record: { [K in keyof typeof E]?: number } = { [E.A]: 1 } as any; console.log(record);
enum Weird { toString = 1, constructor = 2, 'a b' = 3, '1x' = 4, ünï = 5 } console.log(Weird.ünï, Weird['a b'], Weird.constructor as number);
switch (E.B as E) { case E.A: console.log('A or B'); break; default: console.log('no'); }
for (enum_ of [Auto.First, Auto.Second]) console.log(Auto[enum_]); var enum_: Auto;
