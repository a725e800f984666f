// Two calls, one inside the other
//
// Watch the call stack: each call puts a frame on top, each return takes it away. Open a frame to see its arguments and
// locals, and where it goes on when the call above it returns.

function square(n) {
  const result = n * n;
  return result;
}

function sumOfSquares(a, b) {
  const first = square(a);
  const second = square(b);
  return first + second;
}

const answer = sumOfSquares(3, 4);
console.log('3² + 4² =', answer);
