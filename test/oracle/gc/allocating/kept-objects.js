const kept = [];
for (let i = 0; i < 150000; i++) kept.push({ a: i, b: [i] });
