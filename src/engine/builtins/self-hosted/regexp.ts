/**
 * RegExp.prototype[Symbol.match] and its siblings, for receivers whose exec, flags or species guest code may have
 * changed. V8: src/builtins/regexp-match.tq, regexp-replace.tq and siblings; unchanged ones go to regexp-fast.ts.
 */
import { replaceInRegExp } from './string.ts';

function checkReceiver(name: string): string {
  return `if (!%IsObject(this)) %ThrowTypeError('IncompatibleMethodReceiver', 'RegExp.prototype.@@${name}', %DescribeReceiver(this));`;
}

/** ECMAScript: RegExpExec. Declares \`result\`. */
function exec(receiver: string, text: string): string {
  return `
    let result;
    {
      const exec = ${receiver}.exec;
      if (%IsCallable(exec)) {
        result = %Call(exec, ${receiver}, ${text});
        if (result !== null && !%IsObject(result)) %ThrowTypeError('RegExpExecReturnedPrimitive');
      } else result = %RegExpBuiltinExec(${receiver}, ${text});
    }`;
}

export const regExpSelfHosted = {
  match: `function match(string) {
  ${checkReceiver('match')}
  const text = %ToString(string);
  if (%IsPristineRegExp(this)) return %RegExpMatch(this, text);
  const flags = %ToString(this.flags);
  if (%StringIndexOf(flags, 'g', 0) < 0) {${exec('this', 'text')}
    return result;
  }
  const isUnicode = %StringIndexOf(flags, 'u', 0) >= 0 || %StringIndexOf(flags, 'v', 0) >= 0;
  this.lastIndex = 0;
  const matches = %NewArray();
  let count = 0;
  while (true) {${exec('this', 'text')}
    if (result === null) return count === 0 ? null : matches;
    const matched = %ToString(result[0]);
    %AppendElement(matches, matched);
    count++;
    if (matched === '') this.lastIndex = %AdvanceStringIndex(text, %ToLength(this.lastIndex), isUnicode);
  }
}`,
  matchAll: `function matchAll(string) {
  ${checkReceiver('matchAll')}
  const text = %ToString(string);
  const constructor = %RegExpSpeciesConstructor(this);
  const flags = %ToString(this.flags);
  const matcher = %Construct(constructor, [this, flags], constructor);
  matcher.lastIndex = %ToLength(this.lastIndex);
  return %NewRegExpStringIterator(matcher, text, flags);
}`,
  replace: `function replace(string, replacement) {
  ${checkReceiver('replace')}
  const text = %ToString(string);
  {
    const pattern = this;${replaceInRegExp('text')}
  }
  const textLength = %StringLength(text);
  const isFunction = %IsCallable(replacement);
  if (!isFunction) replacement = %ToString(replacement);
  const flags = %ToString(this.flags);
  const isGlobal = %StringIndexOf(flags, 'g', 0) >= 0;
  const isUnicode = %StringIndexOf(flags, 'u', 0) >= 0 || %StringIndexOf(flags, 'v', 0) >= 0;
  if (isGlobal) this.lastIndex = 0;
  const results = %NewArray();
  let resultCount = 0;
  while (true) {${exec('this', 'text')}
    if (result === null) break;
    %AppendElement(results, result);
    resultCount++;
    if (!isGlobal) break;
    if (%ToString(result[0]) === '') this.lastIndex = %AdvanceStringIndex(text, %ToLength(this.lastIndex), isUnicode);
  }
  const apply = %CallWithListFunction();
  let accumulated = '';
  let end = 0;
  for (let i = 0; i < resultCount; i++) {
    const result = results[i];
    const captureCount = %ToLength(result.length);
    const matched = %ToString(result[0]);
    let position = %ToInteger(result.index);
    if (position < 0) position = 0;
    if (position > textLength) position = textLength;
    const captures = %NewArray();
    for (let n = 1; n < captureCount; n++) {
      const capture = result[n];
      %AppendElement(captures, capture === undefined ? undefined : %ToString(capture));
    }
    const groups = result.groups;
    let replaced;
    if (isFunction) {
      const list = %RegExpReplacerArguments(matched, captures, position, text, groups);
      replaced = %ToString(%Call(apply, undefined, replacement, undefined, list));
    } else {
      const named = groups === undefined ? undefined : %ToObject(groups);
      replaced = %RegExpSubstitute(replacement, text, position, matched, captures, named);
    }
    if (position >= end) {
      accumulated += %StringSlice(text, end, position) + replaced;
      end = position + %StringLength(matched);
    }
  }
  return end >= textLength ? accumulated : accumulated + %StringSlice(text, end, textLength);
}`,
  search: `function search(string) {
  ${checkReceiver('search')}
  const text = %ToString(string);
  if (%IsPristineRegExp(this)) return %RegExpSearch(this, text);
  const previous = this.lastIndex;
  if (!%SameValue(previous, 0)) this.lastIndex = 0;${exec('this', 'text')}
  const current = this.lastIndex;
  if (!%SameValue(current, previous)) this.lastIndex = previous;
  return result === null ? -1 : result.index;
}`,
  split: `function split(string, limit) {
  ${checkReceiver('split')}
  const text = %ToString(string);
  if (limit === undefined && %IsPristineRegExp(this)) return %RegExpSplit(this, text, 4294967295);
  const constructor = %RegExpSpeciesConstructor(this);
  const flags = %ToString(this.flags);
  const isUnicode = %StringIndexOf(flags, 'u', 0) >= 0 || %StringIndexOf(flags, 'v', 0) >= 0;
  const splitter = %Construct(constructor, [this, %StringIndexOf(flags, 'y', 0) >= 0 ? flags : flags + 'y'], constructor);
  const parts = %NewArray();
  let count = 0;
  const most = limit === undefined ? 4294967295 : %ToNumber(limit) >>> 0;
  if (most === 0) return parts;
  const size = %StringLength(text);
  if (size === 0) {${exec('splitter', 'text')}
    if (result === null) %AppendElement(parts, text);
    return parts;
  }
  let start = 0;
  let from = 0;
  while (from < size) {
    splitter.lastIndex = from;${exec('splitter', 'text')}
    if (result === null) {
      from = %AdvanceStringIndex(text, from, isUnicode);
      continue;
    }
    let end = %ToLength(splitter.lastIndex);
    if (end > size) end = size;
    if (end === start) {
      from = %AdvanceStringIndex(text, from, isUnicode);
      continue;
    }
    %AppendElement(parts, %StringSlice(text, start, from));
    if (++count === most) return parts;
    start = end;
    const captureCount = %ToLength(result.length);
    for (let i = 1; i < captureCount; i++) {
      %AppendElement(parts, result[i]);
      if (++count === most) return parts;
    }
    from = start;
  }
  %AppendElement(parts, %StringSlice(text, start, size));
  return parts;
}`,
};
