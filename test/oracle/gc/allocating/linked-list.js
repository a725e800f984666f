let head = null;
for (let i = 0; i < 200000; i++) head = { value: i, next: head };
