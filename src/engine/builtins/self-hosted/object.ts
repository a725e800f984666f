/** Object's static functions that call guest code in a loop. Rules for this source: builtins/install.ts (selfHosted). */
export const objectSelfHosted = {
  fromEntries: `function fromEntries(iterable) {
  if (iterable === undefined || iterable === null) %ThrowTypeError('NotIterable', 'undefined');
  const result = {};
  for (const entry of iterable) {
    if (!%IsObject(entry)) %ThrowTypeError('IteratorValueNotAnObject', %DescribeUnquoted(entry));
    const key = entry[0];
    const value = entry[1];
    %CreateDataProperty(result, %ToPropertyKey(key), value);
  }
  return result;
}`,

  groupBy: `function groupBy(items, callback) {
  if (items === undefined || items === null) %ThrowTypeError('CalledOnNullOrUndefined', 'Object.groupBy');
  if (!%IsCallable(callback)) %ThrowTypeError('CalledNonCallable', %DescribeUnquoted(callback));
  const groups = { __proto__: null };
  let index = 0;
  for (const value of items) {
    %AppendToGroup(groups, %ToPropertyKey(%Call(callback, undefined, value, index)), value);
    index++;
  }
  return groups;
}`,
};
