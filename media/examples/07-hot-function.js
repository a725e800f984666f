// A function that gets hot, and a surprise for it
//
// After some hundred calls V8 compiles add() for what it has seen: small integers. Then a string comes, the compiled code does
// not fit, and V8 goes back to the bytecode ("deoptimises"). The answer is right all the time; only the speed changes.

function add(a, b) {
  return a + b;
}

let total = 0;
for (let i = 0; i < 2000; i++) {
  total = add(total, i);
}
console.log('numbers:', total);

console.log('a string:', add('total: ', total));

for (let i = 0; i < 2000; i++) {
  total = add(total, 1);
}
console.log('numbers again:', total);
