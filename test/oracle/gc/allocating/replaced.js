// An old generation that is given up again and again.
let kept = [];
for (let i = 0; i < 400000; i++) {
  kept.push({ i });
  if (kept.length === 40000) kept = [];
}
