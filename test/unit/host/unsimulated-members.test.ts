/** What a browser has and Underhood does not: not there for those who look, and said by name to those who use it. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runProgram } from '../run-program.ts';

const browser = { runtime: 'browser', sourceKind: 'script', engine: 'chrome' } as const;

const refusals: readonly (readonly [code: string, name: string])[] = [
  ['new Notification("x")', 'Notification'],
  ['caches.open("x")', 'caches'],
  ['new window.AudioContext()', 'AudioContext'],
  ['self.caches.open("x")', 'caches'],
  ['window.showOpenFilePicker()', 'showOpenFilePicker'],
  ['navigator.clipboard.writeText("x")', 'navigator.clipboard'],
  ['window.navigator.geolocation.getCurrentPosition(() => 1)', 'navigator.geolocation'],
  ['navigator.getGamepads()', 'navigator.getGamepads'],
  ['document.execCommand("copy")', 'document.execCommand'],
  ['document.fonts.load("x")', 'document.fonts'],
  ['const { body } = document; body.animate([])', 'Element.animate'],
  ['document.querySelector("body").requestFullscreen()', 'Element.requestFullscreen'],
  ['document.createElement("iframe").contentWindow.postMessage(1)', 'HTMLIFrameElement.contentWindow'],
  ['CSS.supports("a: b")', 'CSS.supports'],
];

describe('what a browser has and Underhood does not', () => {
  for (const [code, name] of refusals)
    it(`is refused by name: ${code}`, () => {
      const { stdout } = runProgram(`try { ${code} } catch ({ message }) { console.log(message); }`, browser);
      assert.equal(stdout, `Underhood does not simulate ${name} yet\n`);
    });

  it('is refused by name in Node too, and nothing else is', () => {
    const { stdout } = runProgram(`
      console.log(typeof WebAssembly.Tag, 'JSTag' in WebAssembly, process.setuid?.(1));
      for (const run of [() => new WebAssembly.Tag({}), () => WebAssembly.promising(1), () => process.setuid(1), () => process.nope(),
        () => 'text'.report(), () => ({}).setuid(), () => performance.memory.x])
        try { run(); } catch ({ message }) { console.log(message); }`);
    const refused = ['WebAssembly.Tag', 'WebAssembly.promising', 'process.setuid'];
    assert.deepEqual(stdout.trim().split('\n'), [
      'undefined false undefined',
      ...refused.map((name) => `Underhood does not simulate ${name} yet`),
      'process.nope is not a function',
      '"text".report is not a function',
      '{}.setuid is not a function',
      "Cannot read properties of undefined (reading 'x')",
    ]);
  });

  it('is not there for those who look', () => {
    const source = `
      console.log(typeof Notification, window.Notification, 'serviceWorker' in navigator, navigator.clipboard?.readText());
      console.log('animate' in document.body, typeof document.execCommand, 'fonts' in document);`;
    const { stdout } = runProgram(source, browser);
    assert.equal(stdout, 'undefined undefined false undefined\nfalse undefined false\n');
  });

  it('is not confused with what the program lacks', () => {
    const source = `
      const tell = (run) => { try { run(); } catch ({ message }) { console.log(message); } };
      tell(() => ({}).animate());
      tell(() => { const o = {}; o.clipboard.x; });
      tell(() => navigator.missing());
      tell(() => document.missing.more);`;
    const { stdout } = runProgram(source, browser);
    const words = ['{}.animate is not a function', "Cannot read properties of undefined (reading 'x')"];
    const others = ['navigator.missing is not a function', "Cannot read properties of undefined (reading 'more')"];
    assert.equal(stdout, [...words, ...others, ''].join('\n'));
  });

  it('is told at its line', () => {
    const { stderr } = runProgram(`let a = 1;\nnavigator.permissions.query({});`, browser);
    assert.match(
      stderr,
      /^Uncaught TypeError: Underhood does not simulate navigator\.permissions yet\n.*program\.js:2:/,
    );
  });

  it('layout is said to be missing where a rectangle is asked for', () => {
    const source = `console.log(JSON.stringify(document.body.getBoundingClientRect()));`;
    const { stdout } = runProgram(source, browser);
    assert.match(
      stdout,
      /layout is not simulated[^]*\{"x":0,"y":0,"width":0,"height":0,"top":0,"right":0,"bottom":0,"left":0\}/,
    );
  });
});
