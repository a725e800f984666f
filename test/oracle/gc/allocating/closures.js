const functions = [];
for (let i = 0; i < 100000; i++) functions.push(() => i);
