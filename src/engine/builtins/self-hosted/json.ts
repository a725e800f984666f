/**
 * JSON.parse with a reviver, and JSON.stringify where toJSON, getters or a replacer run. V8: JsonParseInternalizer in
 * src/json/json-parser.cc, json-stringifier.cc. Both walk with frames of their own instead of recursing.
 */
export const jsonSelfHosted = {
  parse: `function parse(text, reviver) {
  const source = %ToString(text);
  if (!%IsCallable(reviver)) return %JsonParse(source);
  let snapshot = %JsonParseWithSource(source);
  let holder = {};
  %CreateDataProperty(holder, '', %JsonSnapshotValue(snapshot));
  let name = '';
  let frame = undefined;
  while (true) {
    const value = holder[name];
    let result = undefined;
    let isComplete = false;
    if (%IsObject(value)) {
      const keys = %IsArray(value) ? undefined : %JsonKeys(value);
      const length = keys === undefined ? %ToLength(value.length) : keys.length;
      frame = { parent: frame, holder: holder, name: name, value: value, snapshot: snapshot, keys: keys, length: length, index: 0 };
    } else {
      const context = {};
      const literal = %JsonSnapshotSource(snapshot, value);
      if (literal !== undefined) %CreateDataProperty(context, 'source', literal);
      result = %Call(reviver, holder, name, value, context);
      if (frame === undefined) return result;
      isComplete = true;
    }
    while (true) {
      if (isComplete) {
        const key = frame.keys === undefined ? %ToString(frame.index) : frame.keys[frame.index];
        %JsonStore(frame.value, key, result);
        frame.index++;
      }
      if (frame.index < frame.length) {
        holder = frame.value;
        name = frame.keys === undefined ? %ToString(frame.index) : frame.keys[frame.index];
        snapshot = %JsonSnapshotChild(frame.snapshot, frame.value, name);
        break;
      }
      result = %Call(reviver, frame.holder, frame.name, frame.value, {});
      isComplete = true;
      frame = frame.parent;
      if (frame === undefined) return result;
    }
  }
}`,
  stringify: `function stringify(value, replacer, space) {
  const fast = %JsonStringifyFast(value, replacer, space);
  if (fast !== null) return fast;
  const isFunction = %IsCallable(replacer);
  const allowed = isFunction ? undefined : %JsonPropertyList(replacer);
  const gap = %JsonGap(space);
  const colon = gap === undefined ? ':' : ': ';
  let holder = {};
  %CreateDataProperty(holder, '', value);
  let name = '';
  let key = '';
  let frame = undefined;
  let depth = 0;
  let indent = '';
  while (true) {
    let current = holder[name];
    if (%IsObject(current) || typeof current === 'bigint') {
      const toJSON = current.toJSON;
      if (%IsCallable(toJSON)) current = %Call(toJSON, current, name);
    }
    if (isFunction) current = %Call(replacer, holder, name, current);
    let text = %JsonLeafText(current);
    let isComplete = true;
    if (text === null) {
      if (depth >= %JsonDeepestNesting()) %ThrowRangeError('StackOverflow');
      %JsonCheckCircular(frame, current, key);
      const isArray = %IsArray(current);
      const keys = isArray ? undefined : allowed === undefined ? %JsonKeys(current) : allowed;
      const length = isArray ? %ToLength(current.length) : keys.length;
      frame = { parent: frame, value: current, key: key, keys: keys, length: length, index: 0, indent: indent, text: '' };
      if (gap !== undefined) indent = indent + gap;
      depth++;
      isComplete = false;
    }
    while (true) {
      if (isComplete) {
        if (frame === undefined) return text;
        if (frame.keys === undefined) {
          if (text === undefined) text = 'null';
        } else if (text !== undefined) text = %JsonQuote(frame.keys[frame.index]) + colon + text;
        if (text !== undefined) {
          const separator = frame.text === '' ? '' : ',';
          frame.text += gap === undefined ? separator + text : separator + '\\n' + indent + text;
        }
        frame.index++;
      }
      if (frame.index < frame.length) {
        holder = frame.value;
        key = frame.keys === undefined ? frame.index : frame.keys[frame.index];
        name = %ToString(key);
        break;
      }
      const open = frame.keys === undefined ? '[' : '{';
      const close = frame.keys === undefined ? ']' : '}';
      const isLong = gap !== undefined && frame.text !== '';
      text = open + frame.text + (isLong ? '\\n' + frame.indent + close : close);
      indent = frame.indent;
      depth--;
      frame = frame.parent;
      isComplete = true;
    }
  }
}`,
};
