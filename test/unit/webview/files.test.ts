// A run of several files: every place says which file it is in, unless it is the one that was started.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { anchorOf, continueSearch, searchFor } from '../../../webview/anchor.ts';
import { narrate } from '../../../webview/narration.ts';
import { placeText, placeWords } from '../../../webview/places.ts';
import { otherFile, placeOfMoment } from '../../../webview/run.ts';
import type { Run } from '../../../webview/run.ts';
import { stateAt } from '../../../webview/state.ts';
import { functionName } from '../../../webview/words.ts';
import { createWriter } from './synthetic-log.ts';
import type { Writer } from './synthetic-log.ts';

const main = "const { double } = require('./words.js');\nconsole.log(double(2));\n";
const words = '// Numbers.\n\nexports.double = (value) =>\n  value * 2;\n';

interface Files {
  readonly w: Writer;
  readonly inWords: number;
  readonly back: number;
}

/** The main file loads the other one and calls a function of it. */
function writeFiles(text = words): Files {
  const w = createWriter(main);
  const script = w.addFile('/work/lib/words.js', text);
  const whole = w.declare('', 'script', 0, main.length);
  const other = w.declare('', 'script', 0, text.length, script);
  const double = w.declare('exports.double', 'arrow', text.indexOf('(value)'), text.indexOf(';'), script);
  w.emit('runStart');
  w.emit('turnStart', { a: 0, b: 0, c: w.text('script') });
  w.emit('call', { a: whole });
  w.emit('statement', { at: 0 });
  w.emit('call', { at: w.where('require'), a: other });
  w.emit('statement', { at: text.indexOf('exports.double') });
  w.emit('return', { at: text.length, a: other });
  w.emit('statement', { at: w.where('console.log') });
  w.emit('call', { at: w.where('double(2)'), a: double, c: w.text('2') });
  const inWords = w.emit('statement', { at: text.indexOf('value * 2') });
  const back = w.emit('return', { at: text.indexOf('value * 2'), a: double, c: w.text('4') });
  w.emit('return', { a: whole });
  w.emit('turnEnd', { a: 0, b: 0 });
  w.emit('runEnd');
  return { w, inWords, back };
}

const placeAt = (run: Run, event: number) =>
  placeOfMoment(run, stateAt(run.timeline, event - 1), stateAt(run.timeline, event));

describe('webview runs of several files', () => {
  it('counts lines in the text of the file that a place is in, and names the file', () => {
    const { w, inWords, back } = writeFiles();
    const run = w.toRun();
    assert.equal(placeText(run, placeAt(run, inWords)), 'words.js:4');
    assert.equal(placeWords(run, placeAt(run, inWords)), 'line 4 in words.js');
    assert.equal(placeText(run, { script: 0, position: w.where('console.log') }), 'line 2');
    assert.equal(functionName(run, 1), 'words.js');
    assert.equal(narrate(run, inWords), '`exports.double` was called, so its body begins, at line 4: `value * 2`');
    assert.equal(
      narrate(run, back),
      '`exports.double` returns `4`: its frame leaves the stack, and `example.js` goes on at line 2.',
    );
    assert.equal(
      narrate(run, 4),
      '`example.js` loads `words.js`: its code runs from top to bottom, and `example.js` waits below until it is done.',
    );
    assert.match(narrate(run, 5), /^`words\.js` runs from top to bottom, and line 3 comes first: /);
  });

  it('tells files of the same name apart by their folders', () => {
    const { w } = writeFiles();
    const same = w.addFile('/work/node_modules/left/words.js', '');
    const alone = w.addFile('C:\\work\\other.js', '');
    const asMain = w.addFile('/work/lib/example.js', '');
    const run = w.toRun();
    assert.deepEqual(
      [1, same, alone, asMain, 0].map((script) => otherFile(run, script)),
      ['lib/words.js', 'left/words.js', 'other.js', 'lib/example.js', ''],
    );
  });

  it('keeps a moment in another file while that file is edited', () => {
    const { w, inWords } = writeFiles();
    const anchor = anchorOf(w.toRun(), inWords);
    const edited = writeFiles(`// One more line.\n${words}`);
    const run = edited.w.toRun('node', 2);
    const search = searchFor(anchor, run);
    assert.equal(continueSearch(search), edited.inWords);
    const late = createWriter(main).toRun('node', 3);
    assert.equal(continueSearch(searchFor(anchor, late)), -1);
  });
});
