const lines = [];
for (let i = 0; i < 100000; i++) lines.push('a line with a number ' + i);
