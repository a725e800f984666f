const enum Level { Low = 1, Middle, High = Low + 10, Text = 'txt', Negative = -5 }
declare const enum Ambient { Zero, Five = 5, Name = 'ambient' }
console.log(Level.Low, Level.Middle, Level['High'], Level.Text, Level.Negative);
console.log(Ambient.Zero, Ambient.Five, Ambient.Name);
function shadow(Level: { Low: string }): string { return Level.Low; }
console.log(shadow({ Low: 'parameter' }));
{
  const enum Level { Low = 77 }
  console.log(Level.Low);
}
const table: Record<number, string> = { [Level.Low]: 'low', [Level.High]: 'high' };
console.log(table, Level.Middle.toFixed(2), -Level.Negative, `${Level.Text}!`);
enum Uses { A = Level.High, B = Ambient.Five }
console.log(Uses);
namespace N { export const enum Inside { P = 3 } export const q = Inside.P; }
console.log(N.q);
for (const level of [Level.Low, Level.High]) {
  if (level === Level.Low) console.log('is low');
  else console.log('is', level satisfies Level);
}
