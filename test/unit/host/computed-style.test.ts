/** getComputedStyle: what Chromium says of the same, where no layout and no style sheet but the browser's own has a say. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runProgram } from '../run-program.ts';

const browser = { runtime: 'browser', sourceKind: 'script', engine: 'chrome' } as const;

/** What the program printed, without the note that styles are not simulated. */
function printed(source: string): string {
  const { stdout } = runProgram(source, browser);
  return stdout.replace(/^Underhood: .*\n/m, '').trim();
}

const setUp = `const e = document.createElement('div'); document.body.append(e); const c = getComputedStyle(e);`;

describe('getComputedStyle', () => {
  it('display follows the element', () => {
    const names =
      'a audio button canvas caption col dialog dir div fieldset head iframe input legend li option p rp rt ruby slot span summary table td th tr xyz';
    const source = `console.log('${names}'.split(' ').map((name) => {
      const element = document.createElement(name);
      document.body.append(element);
      return getComputedStyle(element).display;
    }).join(' '));`;
    assert.equal(
      printed(source),
      `inline none inline-block inline table-caption table-column none block block block none inline inline-block block list-item block block none inline ruby contents inline block table table-cell table-cell table-row inline`,
    );
  });

  it('values are those of the declarations, computed', () => {
    const source = `${setUp} e.style.cssText = 'color:red;--x: 5;opacity:50%;font-size:2em;width:50px;display:inline;position:absolute;font-weight:bold;float:left;background:blue;transform:translate(10px,20px);margin:1em 2px;border:1px solid';
      console.log(c.color, c.opacity, c.fontSize, c.width, c.display, c.fontWeight, c.float, c.backgroundColor, c.transform, c.getPropertyValue('--x'), c.margin, c.borderTopColor);`;
    assert.equal(
      printed(source),
      'rgb(255, 0, 0) 0.5 32px 50px block 700 none rgb(0, 0, 255) matrix(1, 0, 0, 1, 10, 20) 5 32px 2px rgb(255, 0, 0)',
    );
  });

  it('is inherited where CSS says so, and nothing can be set', () => {
    const source = `${setUp} e.style.cssText = 'color:red;font-size:20px;cursor:pointer;background:blue';
      const child = document.createElement('span'); e.append(child); const d = getComputedStyle(child);
      console.log(d.color, d.fontSize, d.cursor, d.display, d.backgroundColor, d.border, d.flex);
      try { c.color = 'red'; } catch (error) { console.log(error.name); }
      console.log('[' + getComputedStyle(document.createElement('p')).color + ']');`;
    assert.equal(
      printed(source),
      'rgb(255, 0, 0) 20px pointer inline rgba(0, 0, 0, 0) 0px none rgb(255, 0, 0) 0 1 auto\nNoModificationAllowedError\n[]',
    );
  });
});
