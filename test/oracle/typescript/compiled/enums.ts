enum Direction { Up, Down, Left = 10, Right }
enum Answer { No = 'NO', Yes = 'YES' }
enum Mixed { A, B = 'b', C = 5, D }
enum Computed { Length = 'hello'.length, Twice = Length * 2, Random = [1, 2, 3].map((n) => n + Length).join() as any, Text = `t${Length}` }
console.log(Direction, Direction.Up, Direction[11], Direction['Left']);
console.log(Answer, Object.keys(Answer));
console.log(Mixed, Mixed[0], (Mixed as any)['b']);
console.log(Computed);
enum Flags { None = 0, Read = 1 << 0, Write = 1 << 1, Both = Read | Write, Not = ~Read, Big = 2 ** 10, Rest = 10 % 4, Negative = -3, After, Fraction = 1 / 4, Shift = -1 >>> 28 }
console.log(Flags);
for (const key in Flags) console.log(key, Flags[key]);
enum Merged { One = 1 }
enum Merged { Two = One + 1, 'with space' = 7, '3x' }
console.log(Merged, Merged['with space'], Merged[8]);
enum Special { NaNs = 0 / 0, Inf = 1 / 0, Minus = -1 / 0 }
console.log(Special);
const base = 100;
const prefix = 'id-';
enum FromConst { First = base, Second, Name = prefix + 'x', Template = `${prefix}${base}` }
console.log(FromConst);
enum FromOther { A = Direction.Right, B, C = Direction['Down'], D = Answer.Yes as any }
console.log(FromOther);
function local(): object {
  enum Inner { X = 1, Y = X << 3 }
  {
    enum Inner { Z = 9 }
    console.log(Inner);
  }
  return Inner;
}
console.log(local());
enum Empty {}
console.log(Empty, typeof Direction);
console.log(((d: Direction) => Direction[d])(Direction.Down));
class Holder { static kind = Direction.Left; kind: Answer = Answer.No; }
console.log(Holder.kind, new Holder());
switch (Direction.Down as Direction) {
  case Direction.Up: console.log('up'); break;
  case Direction.Down: console.log('down'); break;
}
