/**
 * FileReader: the bytes of a blob come from another process, one task tells that the reading began, and one that it is done.
 * File API: 6.2 The FileReader API; Blink: core/fileapi/file_reader.cc. Simplified: what is read is there in one piece.
 */
export const fileReaderSource = `function (require, global) {
  const { Object, WeakMap } = global;
  const base = require('internal/event_target');
  const { ProgressEvent } = require('internal/event_classes');
  const { need, quote, constants, domException } = require('internal/webidl');
  const { isBlob, partsOf } = require('internal/blob');
  const { TypeError } = global;
  /** In ms; together less than Blob.text takes. */
  const toBegin = 0.5;
  const toEnd = 0.25;

  class FileReader extends base.EventTarget {
    #state = 0; #result = null; #error = null; #id; #turn = 0;
    constructor() {
      super();
      %InitEventTarget(this, 'FileReader');
    }
    get readyState() { return this.#state; }
    get result() { return this.#result; }
    get error() { return this.#error; }
    readAsArrayBuffer(blob) {
      need(arguments, 1, 'FileReader', 'readAsArrayBuffer');
      this.#read('readAsArrayBuffer', blob, ({ bytes }) => bytes.slice().buffer);
    }
    readAsBinaryString(blob) {
      need(arguments, 1, 'FileReader', 'readAsBinaryString');
      this.#read('readAsBinaryString', blob, ({ bytes }) => %BinaryText(bytes));
    }
    readAsText(blob, label = undefined) {
      need(arguments, 1, 'FileReader', 'readAsText');
      this.#read('readAsText', blob, ({ bytes, type }) => {
        const named = label === undefined ? /;\\\\s*charset="?([^";]+)/i.exec(type)?.[1] : label;
        const encoding = named === undefined ? undefined : %EncodingOf(%ToString(named));
        return new global.TextDecoder(encoding ?? 'utf-8').decode(bytes);
      });
    }
    readAsDataURL(blob) {
      need(arguments, 1, 'FileReader', 'readAsDataURL');
      this.#read('readAsDataURL', blob, ({ bytes, type }) => {
        const coded = global.btoa(%BinaryText(bytes));
        return 'data:' + (type === '' ? 'application/octet-stream' : type) + ';base64,' + coded;
      });
    }
    abort() {
      if (this.#state !== 1) { this.#result = null; return; }
      if (this.#id !== undefined) %StopWaiting(this.#id);
      this.#turn++;
      this.#state = 2;
      this.#result = null;
      this.#error = domException('An ongoing operation was aborted, typically with a call to abort().', 'AbortError');
      this.#fire('abort', 0, 0);
      this.#fire('loadend', 0, 0);
    }
    #read(member, blob, resultOf) {
      const where = "Failed to execute " + quote(member) + " on 'FileReader': ";
      if (!isBlob(blob)) throw new TypeError(where + "parameter 1 is not of type 'Blob'.");
      if (this.#state === 1) throw domException(where + 'The object is already busy reading Blobs.', 'InvalidStateError');
      const parts = partsOf(blob);
      const { length } = parts.bytes;
      const turn = ++this.#turn;
      this.#state = 1;
      this.#result = null;
      this.#error = null;
      const later = (delay, run) => { this.#id = %Wait('fileSystem', 'FileReader', 'fileSystem', delay, () => { this.#id = undefined; run(); }); };
      later(toBegin, () => {
        this.#fire('loadstart', 0, length);
        if (this.#turn !== turn || this.#state !== 1) return;
        later(toEnd, () => {
          if (length > 0) this.#fire('progress', length, length);
          if (this.#turn !== turn || this.#state !== 1) return;
          this.#state = 2;
          this.#result = resultOf(parts);
          this.#fire('load', length, length);
          // A listener may have begun to read again.
          if (this.#turn === turn && this.#state === 2) this.#fire('loadend', length, length);
        });
      });
    }
    #fire(type, loaded, total) {
      base.fire(this, new ProgressEvent(type, { lengthComputable: true, loaded, total }));
    }
  }
  const states = { EMPTY: 0, LOADING: 1, DONE: 2 };
  constants(FileReader, states);
  base.expose(FileReader, 'FileReader', [
    'readyState', 'result', 'error', 'readAsArrayBuffer', 'readAsBinaryString', 'readAsText', 'readAsDataURL', 'abort',
  ]);
  const types = ['loadstart', 'progress', 'load', 'abort', 'error', 'loadend'];
  for (let i = 0; i < types.length; i++) base.handlers.define(FileReader.prototype, types[i]);
  return { FileReader };
}`;
