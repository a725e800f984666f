/**
 * The stream of a test run's events and what makes text of them, the reporter of a file that is run by itself.
 * Node: lib/internal/test_runner/tests_stream.js, reporter/spec.js, reporter/utils.js.
 * Simplified: events of which this reporter says nothing are not sent.
 */
export const testReporterSource = String.raw`function (require, global) {
  const { Number, Infinity: endless } = global;
  const { Readable, Transform } = require('stream');
  const { inspect } = require('internal/inspect');
  const { relative } = require('path');
  const process = require('process');
  class TestsStream extends Readable {
    #held = [];
    #started = [];
    #flows = true;
    constructor() { super({ objectMode: true, highWaterMark: Number.MAX_SAFE_INTEGER }); }
    _read() {
      this.#flows = true;
      while (this.#held.length > 0 && this.#push(this.#held.shift()));
    }
    /** A start is told of with the first result behind it: its own, or that of a test within. */
    tell(type, data) {
      if (type === 'test:start') {
        this.#started.unshift(data);
        return;
      }
      if (type === 'test:pass' || type === 'test:fail') {
        this.#started.shift();
        data.around = this.#started;
        this.#started = [];
      }
      this.#push({ type, data });
    }
    end() { this.#push(null); }
    #push(event) {
      if (this.#flows) this.#flows = this.push(event);
      else this.#held.push(event);
      return this.#flows;
    }
  }
  const marks = { __proto__: null, 'test:fail': '\u2716 ', 'test:pass': '\u2714 ', 'test:diagnostic': '\u2139 ', 'test:log': '\u2139 ' };
  const indent = (nesting) => '  '.repeat(nesting);
  function inspectError(error) {
    const options = { breakLength: endless };
    try {
      return inspect(error, options);
    } catch {
      return inspect(error, { ...options, customInspect: false });
    }
  }
  const describeError = (error) => '\n  ' + inspectError(error.code === 'ERR_TEST_FAILURE' ? error.cause : error).split(/\r?\n/).join('\n  ') + '\n';
  /** A directive's own words, where it has some. */
  const worded = (reason, otherwise) => ' # ' + (typeof reason === 'string' && reason.length > 0 ? reason : otherwise);
  function resultLine(type, { name, details, skip, todo, expectFailure }) {
    let mark = marks[type];
    let title = name + (details.duration_ms ? ' (' + details.duration_ms + 'ms)' : '');
    if (skip !== undefined) {
      title += worded(skip, 'SKIP');
      mark = '\uFE63 ';
    } else if (todo !== undefined) {
      title += worded(todo, 'TODO');
      if (type === 'test:fail') mark = '\u26A0 ';
    } else if (expectFailure !== undefined) title += ' # EXPECTED FAILURE';
    return mark + title;
  }
  class SpecReporter extends Transform {
    #failed = [];
    #folder = process.cwd();
    constructor() { super({ writableObjectMode: true }); }
    #result(type, data) {
      let text = '';
      while (data.around.length > 0) {
        const { nesting, name } = data.around.pop();
        text += indent(nesting) + '\u25B6 ' + name + '\n';
      }
      return text + indent(data.nesting) + resultLine(type, data) + '\n';
    }
    #textOf({ type, data }) {
      switch (type) {
        case 'test:fail':
          if (data.details.error?.failureType !== 'subtestsFailed') this.#failed.push(data);
          return this.#result(type, data);
        case 'test:pass': return this.#result(type, data);
        case 'test:diagnostic':
        case 'test:log': return indent(data.nesting) + marks[type] + data.message + '\n';
        default: return undefined;
      }
    }
    _transform(event, encoding, callback) { callback(null, this.#textOf(event)); }
    _flush(callback) {
      const lines = this.#failed.length === 0 ? [] : ['\n' + marks['test:fail'] + 'failing tests:\n'];
      for (const data of this.#failed) {
        if (data.file) lines.push('test at ' + relative(this.#folder, data.file) + ':' + data.line + ':' + data.column);
        lines.push(resultLine('test:fail', data) + (data.details.error ? describeError(data.details.error) : ''));
      }
      callback(null, lines.join('\n'));
    }
  }
  return { TestsStream, SpecReporter };
}`;
