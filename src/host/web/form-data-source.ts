/** FormData, and how forms are written as bytes and read again. XMLHttpRequest Standard 5; Fetch Standard: multipart/form-data. */
export const formDataSource = `function (require, global) {
  const { Symbol, TypeError, Object } = global;
  const { isNode, inspectKey, define, toUsv, need, needUndici, iteratorClass, concat } = require('internal/webidl');
  const { isBlob, fileFrom, File, bytesOfBlob, newBlob } = require('internal/blob');
  let entriesOf;
  const Iterator = iteratorClass('FormData', (form) => entriesOf(form));

  function check(args, count, method) {
    if (isNode) needUndici(args, count, 'FormData.' + method);
    else need(args, count, 'FormData', method);
  }
  function entry(args, method) {
    const name = toUsv(args[0]);
    const value = args[1];
    if (isBlob(value)) {
      const isNamed = args.length > 2 && args[2] !== undefined;
      return [name, value instanceof File && !isNamed ? value : fileFrom(value, isNamed ? toUsv(args[2]) : 'blob')];
    }
    if (args.length > 2) {
      if (isNode) throw new TypeError('FormData.' + method + ': Expected value ("' + require('internal/inspect').inspect(value, { breakLength: Infinity }).replaceAll("'", '"') + '") to be an instance of Blob.');
      throw new TypeError("Failed to execute '" + method + "' on 'FormData': parameter 2 is not of type 'Blob'.");
    }
    return [name, toUsv(value)];
  }

  class FormData {
    #entries = [];
    static { entriesOf = (form) => form.#entries; }
    constructor(form = undefined, submitter = null) {
      if (form === undefined) return;
      if (isNode) throw new TypeError('FormData constructor: Argument 1 could not be converted to: undefined.');
      const entries = %FormEntries(form, submitter);
      if (typeof entries !== 'string') this.#entries = entries;
      else if (entries === '') throw new global.DOMException("Failed to construct 'FormData': The specified element is not owned by this form element.", 'NotFoundError');
      else throw new TypeError("Failed to construct 'FormData': " + entries);
    }
    append(name, value) {
      this.#entries;
      check(arguments, 2, 'append');
      this.#entries[this.#entries.length] = entry(arguments, 'append');
    }
    delete(name) {
      this.#entries;
      check(arguments, 1, 'delete');
      name = toUsv(name);
      this.#entries = this.#entries.filter((pair) => pair[0] !== name);
    }
    get(name) {
      this.#entries;
      check(arguments, 1, 'get');
      name = toUsv(name);
      return this.#entries.find((pair) => pair[0] === name)?.[1] ?? null;
    }
    getAll(name) {
      this.#entries;
      check(arguments, 1, 'getAll');
      name = toUsv(name);
      return this.#entries.filter((pair) => pair[0] === name).map((pair) => pair[1]);
    }
    has(name) {
      this.#entries;
      check(arguments, 1, 'has');
      name = toUsv(name);
      return this.#entries.some((pair) => pair[0] === name);
    }
    set(name, value) {
      this.#entries;
      check(arguments, 2, 'set');
      const made = entry(arguments, 'set');
      const at = this.#entries.findIndex((pair) => pair[0] === made[0]);
      if (at < 0) this.#entries[this.#entries.length] = made;
      else this.#entries = this.#entries.filter((pair, index) => index === at || pair[0] !== made[0]).map((pair) => (pair[0] === made[0] ? made : pair));
    }
    keys() { this.#entries; return new Iterator(this, 'key'); }
    values() { this.#entries; return new Iterator(this, 'value'); }
    entries() { this.#entries; return new Iterator(this, 'both'); }
    forEach(callback, thisArg = undefined) {
      this.#entries;
      check(arguments, 1, 'forEach');
      if (typeof callback !== 'function') throw new TypeError("Failed to execute 'forEach' on 'FormData': parameter 1 is not of type 'Function'.");
      for (const [name, value] of this) %Call(callback, thisArg, value, name, this);
    }
    [inspectKey](depth, options) {
      const shown = {};
      for (const [name, value] of this.#entries) {
        if (!Object.hasOwn(shown, name)) shown[name] = value;
        else if (global.Array.isArray(shown[name])) shown[name].push(value);
        else shown[name] = [shown[name], value];
      }
      return 'FormData ' + require('internal/inspect').inspect(shown, options);
    }
  }
  define(FormData);
  Object.defineProperty(FormData.prototype, Symbol.iterator, { __proto__: null, value: FormData.prototype.entries, writable: true, configurable: true });

  const escaped = (text) => text.replaceAll('\\n', '%0A').replaceAll('\\r', '%0D').replaceAll('"', '%22');
  const lines = (text) => text.replace(/\\r?\\n|\\r/g, '\\r\\n');
  /** Bytes and type of a form in a message. */
  function encode(form) {
    const digits = () => %RandomDigits(isNode ? 12 : 16);
    const boundary = isNode ? '----formdata-undici-0' + digits() : '----WebKitFormBoundary' + digits();
    const parts = [];
    for (const [name, value] of entriesOf(form)) {
      const head = '--' + boundary + '\\r\\nContent-Disposition: form-data; name="' + escaped(lines(name)) + '"';
      if (typeof value === 'string') parts.push(%Utf8Encode(head + '\\r\\n\\r\\n' + lines(value) + '\\r\\n'));
      else {
        parts.push(%Utf8Encode(head + '; filename="' + escaped(value.name) + '"\\r\\nContent-Type: ' + (value.type || 'application/octet-stream') + '\\r\\n\\r\\n'));
        parts.push(bytesOfBlob(value), %Utf8Encode('\\r\\n'));
      }
    }
    parts.push(%Utf8Encode('--' + boundary + '--' + (isNode ? '\\r\\n' : '\\r\\n')));
    return { bytes: concat(parts), type: 'multipart/form-data; boundary=' + boundary };
  }

  /** Undefined: it is none. */
  function decode(bytes, type) {
    const form = new FormData();
    const [essence] = type.split(';');
    if (essence.trim().toLowerCase() === 'application/x-www-form-urlencoded') {
      for (const [name, value] of %ParseQuery(%Utf8Decode(bytes))) entriesOf(form).push([name, value]);
      return form;
    }
    const boundary = /boundary=(?:"([^"]+)"|([^;\\s]+))/i.exec(type);
    if (essence.trim().toLowerCase() !== 'multipart/form-data' || boundary === null) return undefined;
    // One character for each byte, so that files keep theirs.
    const text = %BinaryText(bytes);
    const parts = ('\\r\\n' + text).split('\\r\\n--' + (boundary[1] ?? boundary[2]));
    if (parts.length < 2 || !parts[parts.length - 1].startsWith('--')) return undefined;
    const utf8 = (binary) => %Utf8Decode(%BytesOfBinary(binary));
    for (let i = 1; i < parts.length - 1; i++) {
      const part = parts[i].slice(2);
      const end = part.indexOf('\\r\\n\\r\\n');
      if (end < 0) return undefined;
      const head = part.slice(0, end);
      const body = part.slice(end + 4);
      const name = /name="([^"]*)"/i.exec(head);
      if (name === null) return undefined;
      const unescaped = (word) => utf8(word).replaceAll('%0A', '\\n').replaceAll('%0D', '\\r').replaceAll('%22', '"');
      const file = /filename="([^"]*)"/i.exec(head);
      const contentType = /content-type:\\s*([^\\r\\n]*)/i.exec(head);
      const value = file === null ? utf8(body) : fileFrom(newBlob(%BytesOfBinary(body), contentType === null ? 'text/plain' : contentType[1]), unescaped(file[1]));
      entriesOf(form).push([unescaped(name[1]), value]);
    }
    return form;
  }
  return { FormData, encode, decode, isFormData: (value) => %IsObject(value) && value instanceof FormData };
}`;
