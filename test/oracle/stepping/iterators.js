class Range {
  constructor(end) {
    this.end = end;
  }
  [Symbol.iterator]() {
    let at = 0;
    return {
      next: () => {
        at++;
        return { done: at > this.end, value: at };
      },
      return() {
        return {};
      },
    };
  }
}
let sum = 0;
for (const n of new Range(2)) sum += n;
for (const n of new Range(3)) {
  if (n === 2) break;
}
const [only] = new Range(2);
const copy = [...new Range(1)];
Math.max(...new Range(2));
