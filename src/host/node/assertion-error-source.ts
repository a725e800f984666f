/**
 * What a failing assertion says: the difference of two values. Node: lib/internal/assert/assertion_error.js,
 * lib/internal/assert/myers_diff.js. Simplified: no colours in messages.
 */
export const assertDiffSource = String.raw`function (require, global) {
  const { Int32Array } = global;
  function sameLine(a, b, isCommaIgnored) {
    return a === b || (isCommaIgnored && (a + ',' === b || a === b + ','));
  }
  /** Myers: the shortest way from one list to the other, its last step first: -1 only expected, 0 both, 1 only actual. */
  function myersDiff(actual, expected, isCommaIgnored) {
    const most = actual.length + expected.length;
    const furthest = new Int32Array(2 * most + 1);
    const trace = [];
    for (let level = 0; level <= most; level++) {
      trace.push(new Int32Array(furthest));
      for (let diagonal = -level; diagonal <= level; diagonal += 2) {
        const at = diagonal + most;
        const isDown = diagonal === -level || (diagonal !== level && furthest[at - 1] < furthest[at + 1]);
        let x = isDown ? furthest[at + 1] : furthest[at - 1] + 1;
        let y = x - diagonal;
        while (x < actual.length && y < expected.length && sameLine(actual[x], expected[y], isCommaIgnored)) {
          x++;
          y++;
        }
        furthest[at] = x;
        if (x >= actual.length && y >= expected.length) return wayBack(trace, actual, expected, isCommaIgnored);
      }
    }
  }
  function wayBack(trace, actual, expected, isCommaIgnored) {
    const most = actual.length + expected.length;
    let x = actual.length;
    let y = expected.length;
    const steps = [];
    for (let level = trace.length - 1; level >= 0; level--) {
      const furthest = trace[level];
      const diagonal = x - y;
      const at = diagonal + most;
      const isDown = diagonal === -level || (diagonal !== level && furthest[at - 1] < furthest[at + 1]);
      const before = isDown ? diagonal + 1 : diagonal - 1;
      const beforeX = furthest[before + most];
      const beforeY = beforeX - before;
      while (x > beforeX && y > beforeY) {
        steps.push([0, isCommaIgnored && !actual[x - 1].endsWith(',') ? expected[y - 1] : actual[x - 1]]);
        x--;
        y--;
      }
      if (level === 0) break;
      if (x > beforeX) steps.push([1, actual[--x]]);
      else steps.push([-1, expected[--y]]);
    }
    return steps;
  }
  /** Equal lines beyond the fifth are left out. */
  function printDiff(steps) {
    const lines = [];
    let isSkipping = false;
    let same = 0;
    for (let i = steps.length - 1; i >= 0; i--) {
      const [operation, value] = steps[i];
      if (same > 0 && operation !== 0) {
        if (same === 7) lines.push('  ' + steps[i + 2][1]);
        if (same > 7) {
          lines.push('...');
          isSkipping = true;
        }
        if (same > 5) lines.push('  ' + steps[i + 1][1]);
        same = 0;
      }
      if (operation !== 0) lines.push((operation === 1 ? '+ ' : '- ') + value);
      else if (same++ < 5) lines.push('  ' + value);
    }
    return { message: '\n' + lines.join('\n').trimEnd(), skipped: isSkipping };
  }
  return { myersDiff, printDiff };
}`;

export const assertionErrorSource = String.raw`function (require, global) {
  const { Error, Object, String } = global;
  const { inspect } = require('internal/inspect');
  const { validateObject } = require('internal/validators');
  const { myersDiff, printDiff } = require('internal/assert/diff');
  const words = {
    deepStrictEqual: 'Expected values to be strictly deep-equal:',
    partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
    strictEqual: 'Expected values to be strictly equal:',
    strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
    deepEqual: 'Expected values to be loosely deep-equal:',
    notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
    notStrictEqual: 'Expected "actual" to be strictly unequal to:',
    notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
    notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
    notIdentical: 'Values have same structure but are not reference-equal:',
    notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
  };
  const isDiffed = (operator) => operator === 'deepStrictEqual' || operator === 'strictEqual' || operator === 'partialDeepStrictEqual';
  const isObject = (value) => typeof value === 'object' && value !== null;
  function show(value) {
    return inspect(value, { compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, maxStringLength: 10000, showHidden: false, showProxy: false, sorted: true, getters: true });
  }
  function withoutStack(source) {
    const target = Object.assign({ __proto__: Object.getPrototypeOf(source) }, source);
    Object.defineProperty(target, 'message', { __proto__: null, value: source.message });
    if (Object.hasOwn(source, 'cause')) {
      const { cause } = source;
      Object.defineProperty(target, 'cause', { __proto__: null, value: cause instanceof Error ? withoutStack(cause) : cause });
    }
    return target;
  }
  function simpleDifference(actual, shownActual, expected, shownExpected) {
    let length = shownActual.length + shownExpected.length;
    if (typeof actual === 'string') length -= 2;
    if (typeof expected === 'string') length -= 2;
    if (length <= 12 && (actual !== 0 || expected !== 0)) return { message: shownActual + ' !== ' + shownExpected, header: '' };
    let message = '\n+ ' + shownActual + '\n- ' + shownExpected;
    if (typeof actual === 'string' && typeof expected === 'string' && shownActual.length + shownExpected.length <= 80) {
      let at = 0;
      while (at < shownActual.length && shownActual[at] === shownExpected[at]) at++;
      if (at >= 3 && at < shownActual.length) message += '\n' + ' '.repeat(at + 2) + '^';
    }
    return { message };
  }
  function difference(actual, expected, operator, custom, isFull) {
    if (operator === 'strictEqual' && ((isObject(actual) && isObject(expected)) || (typeof actual === 'function' && typeof expected === 'function')))
      operator = 'strictEqualObject';
    let header = '+ actual - expected';
    let message;
    let isSkipping = false;
    const shownActual = show(actual);
    const shownExpected = show(expected);
    const linesActual = shownActual.split('\n');
    const linesExpected = shownExpected.split('\n');
    if (linesActual.length === 1 && linesExpected.length === 1 && (!isObject(actual) || !isObject(expected))) {
      const simple = simpleDifference(actual, shownActual, expected, shownExpected);
      ({ message } = simple);
      if (simple.header !== undefined) ({ header } = simple);
    } else if (shownActual === shownExpected) {
      operator = 'notIdentical';
      header = '';
      message = shownActual;
      if (linesActual.length > 50 && !isFull) {
        message = linesActual.slice(0, 50).join('\n') + '\n...}';
        isSkipping = true;
      }
    } else {
      const printed = printDiff(myersDiff(linesActual, linesExpected, isObject(actual)));
      ({ message } = printed);
      isSkipping = printed.skipped;
    }
    return (custom || words[operator]) + '\n' + header + (isSkipping ? '\n... Skipped lines' : '') + '\n' + message + '\n';
  }
  function messageOf({ message, operator, diff }, actual, expected) {
    const isFull = diff === 'full';
    if (isDiffed(operator)) return difference(actual, expected, operator, message, isFull);
    if (message !== undefined && message !== null) return String(message);
    if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') {
      const isReference = operator === 'notStrictEqual' && (isObject(actual) || typeof actual === 'function');
      const base = isReference ? words.notStrictEqualObject : words[operator];
      const lines = show(actual).split('\n');
      if (lines.length > 50 && !isFull) {
        lines[46] = '...';
        lines.length = 47;
      }
      return lines.length === 1 ? base + (lines[0].length > 5 ? '\n\n' : ' ') + lines[0] : base + '\n\n' + lines.join('\n') + '\n';
    }
    let first = show(actual);
    let second = show(expected);
    if (operator === 'notDeepEqual' && first === second) {
      const text = words[operator] + '\n\n' + first;
      return text.length > 1024 && !isFull ? text.slice(0, 1021) + '...' : text;
    }
    if (first.length > 512 && !isFull) first = first.slice(0, 509) + '...';
    if (second.length > 512 && !isFull) second = second.slice(0, 509) + '...';
    if (operator === 'deepEqual') return words[operator] + '\n\n' + first + '\n\nshould loosely deep-equal\n\n' + second;
    const opposite = words[operator + 'Unequal'];
    if (opposite) return opposite + '\n\n' + first + '\n\nshould not loosely deep-equal\n\n' + second;
    return first + ' ' + operator + ' ' + second;
  }
  function shortened(text) {
    const lines = text.split('\n', 11);
    if (lines.length > 10) return lines.slice(0, 10).join('\n') + '\n...';
    return text.length > 512 ? text.slice(512) + '...' : text;
  }
  class AssertionError extends Error {
    constructor(options) {
      validateObject(options, 'options');
      const { message, operator, stackStartFn, stackStartFunction, diff = 'simple' } = options;
      let { actual, expected } = options;
      const limit = Error.stackTraceLimit;
      Error.stackTraceLimit = 0;
      const isGiven = message !== undefined && message !== null;
      if (!isGiven && isObject(actual) && isObject(expected) && 'stack' in actual && actual instanceof Error && 'stack' in expected && expected instanceof Error) {
        actual = withoutStack(actual);
        expected = withoutStack(expected);
      }
      super(messageOf({ message, operator, diff }, actual, expected));
      Error.stackTraceLimit = limit;
      this.generatedMessage = !message;
      Object.defineProperty(this, 'name', { __proto__: null, value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true });
      this.code = 'ERR_ASSERTION';
      this.actual = actual;
      this.expected = expected;
      this.operator = operator;
      Error.captureStackTrace(this, stackStartFn || stackStartFunction);
      // The stack takes the name with the code when it is first read.
      this.stack;
      this.name = 'AssertionError';
      this.diff = diff;
    }
    toString() { return this.name + ' [' + this.code + ']: ' + this.message; }
    [inspect.custom](depth, context) {
      const { actual, expected } = this;
      if (typeof actual === 'string') this.actual = shortened(actual);
      if (typeof expected === 'string') this.expected = shortened(expected);
      const text = inspect(this, { ...context, customInspect: false, depth: 0 });
      this.actual = actual;
      this.expected = expected;
      return text;
    }
  }
  return AssertionError;
}`;
