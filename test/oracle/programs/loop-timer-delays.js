// Ordered by delay, equal ones by age; 0, negative, NaN and fractions are 1 ms.
const run = (name, delay) => setTimeout(() => console.log(name), delay);
run('30 a', 30);
run('10 a', 10);
run('20', 20);
run('10 b', 10);
run('30 b', 30.9);
run('zero', 0);
run('one', 1);
run('undefined');
run('half', 0.5);
run('text', '10');
run('10 c', 10);
