const samples = [];
for (let i = 0; i < 80000; i++) samples.push({ at: i + 0.5, value: i / 3 });
