const target = new EventTarget();
for (let i = 0; i < 12; i++) target.addEventListener('tick', () => i);
class Mine extends EventTarget {}
const mine = new Mine();
for (let i = 0; i < 11; i++) mine.addEventListener('tock', () => i);
const { signal } = new AbortController();
for (let i = 0; i < 30; i++) signal.addEventListener('abort', () => i);
process.on('warning', (warning) => console.log(warning.name, warning.type, warning.count, warning.target === target || warning.target === mine));
