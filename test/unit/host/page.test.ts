/** The page of a browser's run: where it comes from, what dialogs answer, what the log tells of listeners. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runProgram } from '../run-program.ts';

const browser = { runtime: 'browser', sourceKind: 'script', engine: 'chrome' } as const;

describe('the page', () => {
  it('is empty but for the program, or what the environment gives: then ids are global names', () => {
    const empty = runProgram(`console.log(document.body.innerHTML, typeof buy);`, browser);
    assert.equal(empty.stdout, '<script src="program.js"></script> undefined\n');
    const html = '<title>Shop</title><button id="buy">Buy</button>';
    const { stdout } = runProgram(`console.log(document.title, buy.textContent, document.scripts.length);`, {
      ...browser,
      html,
    });
    assert.equal(stdout, 'Shop Buy 1\n');
  });

  it('dialogs answer what the environment says, and else OK', () => {
    const source = `alert('hi'); console.log(confirm('sure?'), prompt('name?', 'Ann'), prompt('again?'));`;
    const accepted = `console.log(prompt('name?', 'Ann'), confirm('sure?'));`;
    assert.equal(runProgram(accepted, { ...browser, dialogAnswers: [true, null] }).stdout, 'Ann false\n');
    const dialogAnswers = [false, 'Bob', null];
    assert.equal(runProgram(source, { ...browser, dialogAnswers }).stdout, 'false Bob null\n');
    assert.match(runProgram(source, browser).stdout, /true Ann $/m);
  });

  it('canvas: the calls are kept and shown', () => {
    const { stdout } = runProgram(
      `const context = document.createElement('canvas').getContext('2d'); context.fillStyle = 'red'; context.fillRect(0, 0, 10, 5); console.log(context);`,
      browser,
    );
    assert.equal(stdout, "CanvasRenderingContext2D {\n  fillStyle = 'red'\n  fillRect(0, 0, 10, 5)\n}\n");
  });

  it('a program that touches no page makes none: nothing is loaded', () => {
    const { simulation } = runProgram(`setTimeout(() => console.log(1));`, browser);
    assert.equal(simulation.host.page.dom, undefined);
  });
});
