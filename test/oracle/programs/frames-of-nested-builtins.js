// The receiver of a builtin in a stack is its own, also behind builtins that it called for conversions.
const at = (run) => {
  try {
    run();
  } catch (error) {
    console.log(error.stack.split('\n').slice(0, 3).join('\n').replace(/\(?\/.*$/gm, ''));
  }
};
at(() => (255).toString(new Error('odd')));
at(() => (5).toString(new Proxy({}, {})));
at(() => new Array({ valueOf: () => -1 }, 2).with({ toString: () => String(new Date(NaN)) + 9 }, 1).at(-3).x);
at(() => 'abc'.repeat({ toString: () => String(new Error('-1')) - 2, valueOf: null }));
at(() => 'abc'.normalize({ toString: () => String(new Error('form')) }));
at(() => (1.5).toFixed({ valueOf: () => [1000].join() }));
at(() => new Intl.NumberFormat('en', { minimumFractionDigits: { valueOf: () => [1000].join() } }));
at(() => new Date({ toString: () => { throw new RangeError([1].join()); }, valueOf: null }));
