/** Observers of a layout that is not simulated: they tell once, as Chromium does of elements that are empty at 0,0 (measured there). */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runProgram } from '../run-program.ts';

const browser = { runtime: 'browser', sourceKind: 'script', engine: 'chrome' } as const;

function linesOf(source: string): string[] {
  const lines = runProgram(source, browser).stdout.trim().split('\n');
  assert.ok(lines.some((line) => line.startsWith('Underhood: layout is not simulated')));
  return lines.filter((line) => !line.startsWith('Underhood: '));
}

describe('observers of layout', () => {
  it('IntersectionObserver calls back behind the next frame, and when an element comes or goes', () => {
    const lines = linesOf(`
      const io = new IntersectionObserver((entries, observer) => {
        for (const { target, isIntersecting, intersectionRatio, boundingClientRect, rootBounds } of entries)
          console.log(target.id, isIntersecting, intersectionRatio, boundingClientRect.width, rootBounds.x, observer === io);
      });
      const make = (id) => Object.assign(document.createElement('i'), { id });
      const [a, b, c] = [make('a'), make('b'), make('c')];
      document.body.append(a, b);
      io.observe(a); io.observe(b); io.observe(c); io.observe(a); io.unobserve(b);
      console.log(io.takeRecords().length, io.rootMargin, io.thresholds[0]);
      requestAnimationFrame(() => console.log('frame'));
      setTimeout(() => { console.log('later'); a.remove(); document.body.append(c); }, 100);`);
    const first = ['0 0px 0px 0px 0px 0', 'frame', 'a true 1 0 0 true', 'c false 0 0 0 true'];
    assert.deepEqual(lines, [...first, 'later', 'a false 0 0 0 true', 'c true 1 0 0 true']);
  });

  it('an IntersectionObserver that is disconnected says nothing', () => {
    const source = `
      const io = new IntersectionObserver(() => console.log('never'), { threshold: [1, 0.5], rootMargin: '10px 5%' });
      io.observe(document.body); io.disconnect();
      console.log(io.thresholds.join(), io.rootMargin);`;
    assert.deepEqual(linesOf(source), ['0.5,1 10px 5% 10px 5%']);
  });

  it('ResizeObserver tells once, in the next frame behind its callbacks', () => {
    const lines = linesOf(`
      const ro = new ResizeObserver((entries) => {
        for (const { target, contentRect, borderBoxSize } of entries)
          console.log(target.id, contentRect.width, borderBoxSize[0].inlineSize, Object.isFrozen(borderBoxSize));
        Promise.resolve().then(() => console.log('microtask'));
      });
      const a = Object.assign(document.createElement('i'), { id: 'a' });
      ro.observe(a); ro.observe(document.body); ro.unobserve(document.body);
      requestAnimationFrame(() => requestAnimationFrame(() => console.log('second frame')));
      requestAnimationFrame(() => console.log('frame'));`);
    assert.deepEqual(lines, ['frame', 'a 0 0 true', 'microtask', 'second frame']);
  });
});
