/** String methods that call back. V8: src/builtins/string-replaceall.tq, builtins-string-gen.cc, runtime-regexp.cc. */
const replaceInRegExp = `
    if (%IsPristineRegExp(pattern)) {
      const text = %ToString(this);
      if (!%IsCallable(replacement)) return %RegExpReplaceWithText(pattern, text, %ToString(replacement));
      const matches = %RegExpCollectMatches(pattern, text);
      const count = matches.length;
      let result = '';
      let end = 0;
      for (let i = 0; i < count; i++) {
        const match = matches[i];
        const replaced = %ToString(%CallWithArray(replacement, undefined, match.arguments));
        result += %StringSlice(text, end, match.index) + replaced;
        end = match.end;
      }
      return result + %StringSlice(text, end, %StringLength(text));
    }`;

export const stringSelfHosted = {
  replace: `function replace(pattern, replacement) {
  if (this === undefined || this === null) %ThrowTypeError('CalledOnNullOrUndefined', 'String.prototype.replace');
  if (pattern !== undefined && pattern !== null && typeof pattern !== 'string') {${replaceInRegExp}
    const method = %PatternMethod(pattern, 'replace');
    if (method !== undefined) return %Call(method, pattern, this, replacement);
  }
  const text = %ToString(this);
  const search = %ToString(pattern);
  const isFunction = %IsCallable(replacement);
  if (!isFunction) replacement = %ToString(replacement);
  const position = %StringIndexOf(text, search, 0);
  if (position < 0) return text;
  const replaced = isFunction
    ? %ToString(%Call(replacement, undefined, search, position, text))
    : %ReplaceWithText(text, search, position, replacement);
  return %StringSlice(text, 0, position) + replaced + %StringSlice(text, position + %StringLength(search), %StringLength(text));
}`,
  replaceAll: `function replaceAll(pattern, replacement) {
  if (this === undefined || this === null) %ThrowTypeError('CalledOnNullOrUndefined', 'String.prototype.replaceAll');
  if (pattern !== undefined && pattern !== null && typeof pattern !== 'string') {
    %CheckReplaceAllPattern(pattern);${replaceInRegExp}
    const method = %PatternMethod(pattern, 'replace');
    if (method !== undefined) return %Call(method, pattern, this, replacement);
  }
  const text = %ToString(this);
  const search = %ToString(pattern);
  const isFunction = %IsCallable(replacement);
  if (!isFunction) replacement = %ToString(replacement);
  const searchLength = %StringLength(search);
  const step = searchLength > 1 ? searchLength : 1;
  let result = '';
  let end = 0;
  let position = %StringIndexOf(text, search, 0);
  while (position >= 0) {
    const replaced = isFunction
      ? %ToString(%Call(replacement, undefined, search, position, text))
      : %ReplaceWithText(text, search, position, replacement);
    result += %StringSlice(text, end, position) + replaced;
    end = position + searchLength;
    if (position + step > %StringLength(text)) break;
    position = %StringIndexOf(text, search, position + step);
  }
  return result + %StringSlice(text, end, %StringLength(text));
}`,
};
