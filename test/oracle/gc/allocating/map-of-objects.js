const map = new Map();
for (let i = 0; i < 60000; i++) map.set(i, { i, name: 'n' });
