// A hundred timers of ten durations run by duration, then by age.
const order = [];
for (let i = 0; i < 100; i++) setTimeout(() => order.push(i), 20 + 30 * (i % 10));
setTimeout(() => {
  const expected = [];
  for (let rest = 0; rest < 10; rest++) for (let i = rest; i < 100; i += 10) expected.push(i);
  console.log(
    order.length,
    order.every((value, index) => value === expected[index]),
  );
}, 400);
