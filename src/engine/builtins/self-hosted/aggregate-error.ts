/** AggregateError's constructor: it iterates over the errors. Rules for this source: builtins/install.ts (selfHosted). */
export const aggregateErrorSource = `function AggregateError(errors, message, options = undefined) {
  const error = %NewAggregateError(new.target, message, options);
  const list = %NewArray();
  for (const value of errors) %AppendElement(list, value);
  %DefineErrors(error, list);
  return error;
}`;
