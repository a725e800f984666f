/** String methods that call back. V8: src/builtins/string-replaceall.tq, builtins-string-gen.cc, runtime-regexp.cc. */
/** Replacing by an unchanged RegExp, in the caller's frame. Expects \`pattern\`, \`replacement\`, and the text as \`subject\`. */
export const replaceInRegExp = (subject: string): string => `
    if (%IsPristineRegExp(pattern)) {
      const searched = %ToString(${subject});
      if (!%IsCallable(replacement)) return %RegExpReplaceWithText(pattern, searched, %ToString(replacement));
      const matches = %RegExpCollectMatches(pattern, searched);
      const count = matches.length;
      const apply = %CallWithListFunction();
      let result = '';
      let end = 0;
      for (let i = 0; i < count; i++) {
        const match = matches[i];
        const replaced = %ToString(%Call(apply, undefined, replacement, undefined, match.arguments));
        result += %StringSlice(searched, end, match.index) + replaced;
        end = match.end;
      }
      return result + %StringSlice(searched, end, %StringLength(searched));
    }`;

export const stringSelfHosted = {
  replace: `function replace(pattern, replacement) {
  if (this === undefined || this === null) %ThrowTypeError('CalledOnNullOrUndefined', 'String.prototype.replace');
  if (%IsObject(pattern)) {${replaceInRegExp('this')}
    const method = %PatternMethod(pattern, 'replace');
    if (method !== undefined) return %Call(method, pattern, this, replacement);
  }
  const text = %ToString(this);
  const search = %ToString(pattern);
  const isFunction = %IsCallable(replacement);
  if (!isFunction) replacement = %ToString(replacement);
  const position = %StringIndexOf(text, search, 0);
  if (position < 0) return text;
  if (!isFunction) return %ReplaceWithText(text, search, position, replacement);
  const replaced = %ToString(%Call(replacement, undefined, search, position, text));
  return %StringSlice(text, 0, position) + replaced + %StringSlice(text, position + %StringLength(search), %StringLength(text));
}`,
  replaceAll: `function replaceAll(pattern, replacement) {
  if (this === undefined || this === null) %ThrowTypeError('CalledOnNullOrUndefined', 'String.prototype.replaceAll');
  if (%IsObject(pattern)) {
    %CheckReplaceAllPattern(pattern);${replaceInRegExp('this')}
    const method = %PatternMethod(pattern, 'replace');
    if (method !== undefined) return %Call(method, pattern, this, replacement);
  }
  const text = %ToString(this);
  const search = %ToString(pattern);
  const isFunction = %IsCallable(replacement);
  if (!isFunction) replacement = %ToString(replacement);
  if (!isFunction) return %ReplaceAllWithText(text, search, replacement);
  const searchLength = %StringLength(search);
  const step = searchLength > 1 ? searchLength : 1;
  let result = '';
  let end = 0;
  let position = %StringIndexOf(text, search, 0);
  while (position >= 0) {
    const replaced = %ToString(%Call(replacement, undefined, search, position, text));
    result += %StringSlice(text, end, position) + replaced;
    end = position + searchLength;
    if (position + step > %StringLength(text)) break;
    position = %StringIndexOf(text, search, position + step);
  }
  return result + %StringSlice(text, end, %StringLength(text));
}`,
};
