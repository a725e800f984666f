/**
 * Array.prototype.sort and toSorted: a stable merge sort over natural runs that calls the comparator in V8's order for up to 64
 * values. V8: third_party/v8/builtins/array-sort.tq (Tim sort).
 * Simplified: longer arrays merge without galloping, so that they may ask the comparator about other pairs.
 *
 * All of it is one function: a frame of its own for each helper would show in stack traces.
 */

/** An order of a and b: negative if a comes first. NaN counts as equal. */
const compare = (a: string, b: string): string => `
  order = comparator === undefined ? %Order(\`\${${a}}\`, \`\${${b}}\`) : +%Call(comparator, undefined, ${a}, ${b});
  if (order !== order) order = 0;`;

/** Sorts the first \`count\` values of \`work\`, an array without holes that guest code cannot see. */
const sortWork = `
  if (count > 1 && !(comparator === undefined && %SortPrimitives(work, count))) {
    let minimumRun = count;
    let rest = 0;
    while (minimumRun >= 64) {
      rest |= minimumRun & 1;
      minimumRun >>= 1;
    }
    minimumRun += rest;
    const bases = %NewArray();
    const lengths = %NewArray();
    let runs = 0;
    let low = 0;
    let order = 0;
    while (low < count) {
      let high = low + 1;
      if (high < count) {
        let current = work[high];
        let previous = work[low];
        ${compare('current', 'previous')}
        const isDescending = order < 0;
        previous = current;
        for (high++; high < count; high++) {
          current = work[high];
          ${compare('current', 'previous')}
          if (isDescending ? order >= 0 : order < 0) break;
          previous = current;
        }
        if (isDescending) {
          %ReverseRange(work, low, high);
        }
      }
      let end = low + minimumRun;
      if (end > count) end = count;
      for (; high < end; high++) {
        const pivot = work[high];
        let left = low;
        let right = high;
        while (left < right) {
          const middle = left + ((right - left) >> 1);
          const probe = work[middle];
          ${compare('pivot', 'probe')}
          if (order < 0) right = middle;
          else left = middle + 1;
        }
        %MoveToFront(work, left, high);
      }
      if (runs === bases.length) {
        %AppendElement(bases, low);
        %AppendElement(lengths, high - low);
      } else {
        bases[runs] = low;
        lengths[runs] = high - low;
      }
      runs++;
      low = high;
      while (runs > 1) {
        let n = runs - 2;
        if ((n > 0 && lengths[n - 1] <= lengths[n] + lengths[n + 1]) || (n > 1 && lengths[n - 2] <= lengths[n - 1] + lengths[n])) {
          if (lengths[n - 1] < lengths[n + 1]) n--;
        } else if (lengths[n] > lengths[n + 1] && low < count) break;
        const base = bases[n];
        const leftLength = lengths[n];
        const rightEnd = bases[n + 1] + lengths[n + 1];
        const leftValues = %CopyValues(work, base, leftLength);
        let i = 0;
        let j = bases[n + 1];
        let to = base;
        while (i < leftLength && j < rightEnd) {
          const rightValue = work[j];
          const leftValue = leftValues[i];
          ${compare('rightValue', 'leftValue')}
          if (order < 0) {
            work[to++] = rightValue;
            j++;
          } else {
            work[to++] = leftValue;
            i++;
          }
        }
        %CopyRange(leftValues, i, leftLength, work, to);
        lengths[n] = rightEnd - base;
        if (n + 2 < runs) {
          bases[n + 1] = bases[n + 2];
          lengths[n + 1] = lengths[n + 2];
        }
        runs--;
      }
    }
  }`;

const checkComparator = `
  if (comparator !== undefined && !%IsCallable(comparator)) %ThrowTypeError('BadSortComparisonFunction', %DescribeUnquoted(comparator));`;

export const arraySortSelfHosted = {
  sort: `function sort(comparator) {
  ${checkComparator}
  const object = %ToObject(this);
  const length = %ToLength(object.length);
  if (length < 2) return object;
  const work = %SortCollect(object, length, true);
  const count = %CountDefined(work);
  ${sortWork}
  %SortStore(object, length, work);
  return object;
}`,

  toSorted: `function toSorted(comparator) {
  ${checkComparator}
  const object = %ToObject(this);
  const length = %ToLength(object.length);
  const work = %SortCollect(object, length, false);
  const count = %CountDefined(work);
  ${sortWork}
  return %SortedArray(work);
}`,
};
