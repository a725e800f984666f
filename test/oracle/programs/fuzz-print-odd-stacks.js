// Errors whose stack is no text.
for (const stack of [true, 5, 0, '', null, undefined, {}, { a: 1 }, [1], () => 1, class A {}, Symbol('q'), 1n, 'text', 'Error: odd', NaN, new Error('inner').message, { toString() { return 'x'; } }]) {
  const e = new TypeError('odd'); e.stack = stack;
  console.log(e, [e]);
  const f = new Error(''); f.stack = stack; f.extra = 1; console.log(f);
}
