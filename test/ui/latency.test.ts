// What is promised of time: from the last keystroke to the updated view, and of each frame while a long run is scrubbed. These
// tests run when nothing else does, and a machine that is slower than the one that the promise is made for, or that somebody
// else uses meanwhile, gets as much more as a known piece of work takes longer on it.
import assert from 'node:assert/strict';
import { keepPicture, WorkbenchPage } from './workbench-page.ts';
import { eventually } from './waiting.ts';

/** An ordinary file of 300 lines: functions that are called, and a value in the middle that the test edits. */
const edited = [
  ...Array.from({ length: 36 }, (_, n) => [
    `function step${n}(value) {`,
    `  const next = value + ${n};`,
    `  return next % 1000;`,
    `}`,
  ]).flat(),
  `const marker = 'x';`,
  `console.log('marker', marker);`,
  ...Array.from({ length: 37 }, (_, n) => [
    `let result${n} = ${n};`,
    `for (let i = 0; i < 10; i++) {`,
    `  result${n} = step${n % 36}(result${n} + i);`,
    `}`,
  ]).flat(),
  `const list = [1, 2, 3].map((n) => n * 2);`,
  `setTimeout(() => console.log('later', list.length), 10);`,
  `console.log('end', result0);`,
  `Promise.resolve(1).then((n) => console.log(n));`,
  `console.log(list.join());`,
  `// the last line`,
  '',
].join('\n');

/** About 100,000 events: three per round, and calls. */
const longProgram = `let total = 0;
function add(n) {
  total += n;
}
for (let i = 0; i < 16000; i++) {
  add(i);
}
console.log(total);
`;

/** From the last keystroke to the frame that shows the new run. */
const mostUpdateMs = 250;
const edits = 20;
/** The longest that a frame of scrubbing may take in the median: one frame of 60 per second, and one that was missed. */
const mostFrameMs = 34;
/** How long the known piece of work takes where the promise is made: a developer's machine that has nothing else to do. */
const workMs = 16;

describe('what is promised of time', () => {
  let workbench: WorkbenchPage;

  before(async () => {
    workbench = await WorkbenchPage.open({ files: { 'edited.js': edited, 'long.js': longProgram } });
    await workbench.openFile('edited.js');
    await workbench.openView();
    await workbench.view().getByRole('slider').waitFor();
  });

  afterEach(function () {
    return keepPicture(this.currentTest, workbench);
  });
  after(() => workbench?.close());

  const shows = (text: string): Promise<void> => workbench.rows('console').filter({ hasText: text }).first().waitFor();

  it(`updates within ${mostUpdateMs} ms of the last keystroke in a file of 300 lines`, async () => {
    const { page } = workbench;
    assert.equal(edited.split('\n').length - 1, 300);
    await shows('marker x');
    await page.evaluate(() => {
      const typed = globalThis as unknown as { typedAt: number };
      const note = (event: Event): void => void (typed.typedAt = performance.timeOrigin + event.timeStamp);
      document.addEventListener('keydown', note, { capture: true });
    });
    // The end of the text in quotes on line 145.
    await workbench.goTo(145, edited.split('\n')[144]!.indexOf(`';`) + 1);
    // The first edit starts what VS Code has left asleep: it is not measured.
    let marker = 'xx';
    await page.keyboard.type('x');
    await shows(`marker ${marker}`);
    const durations: number[] = [];
    const works: number[] = [];
    for (let edit = 0; edit < edits; edit++) {
      const typed = String.fromCharCode(97 + edit).repeat(3);
      marker += typed;
      await watchFor(`marker ${marker}`);
      await page.keyboard.type(typed, { delay: 40 });
      const shownAt = await workbench
        .view()
        .locator('body')
        .evaluate(() => (globalThis as unknown as { shownAt: Promise<number> }).shownAt);
      durations.push(shownAt - (await page.evaluate(() => (globalThis as unknown as { typedAt: number }).typedAt)));
      // Between two edits, as between two thoughts: each is measured by itself.
      works.push(await knownWork());
    }
    const [median, work] = [medianOf(durations), medianOf(works)];
    const factor = Math.max(1, work / workMs);
    // What else the machine does can only add: the quarter that it disturbed least counts.
    const undisturbed = durations.toSorted((one, other) => one - other)[edits / 4 - 1]!;
    console.log(
      `      ${edits} edits: ${median.toFixed(0)} ms from the last keystroke to the updated panel in the median, ${Math.min(...durations).toFixed(0)} to ${Math.max(...durations).toFixed(0)} ms; this machine takes ${factor.toFixed(1)} times as long as promised for (${work.toFixed(1)} ms)`,
    );
    // What was asked about a run that an edit has replaced does not hold up what is asked about the last one.
    await workbench
      .rows('stack')
      .filter({ has: workbench.view().locator('.variable-name', { hasText: 'marker' }) })
      .waitFor();
    assert.ok(undisturbed < mostUpdateMs * factor, `${undisturbed.toFixed(0)} ms in the least disturbed quarter`);
  });

  it('holds a frame per move while it scrubs a run of 100,000 events', async () => {
    await workbench.openFile('long.js');
    const { last } = await eventually(
      () => workbench.moment(),
      (moment) => moment.last > 90_000,
      'the long run',
    );
    const slider = workbench.view().getByRole('slider');
    const box = await slider.boundingBox();
    assert.ok(box);
    const workBefore = await knownWork();
    await workbench.page.mouse.move(box.x + 4, box.y + box.height / 2);
    await workbench.page.mouse.down();
    const { frames, moments } = await slider.evaluate(async (track) => {
      const { left, width, top } = track.getBoundingClientRect();
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const intervals: number[] = [];
      const seen = new Set<string>();
      const moves = 150;
      let then = await frame();
      for (let move = 0; move < moves; move++) {
        // Back and forth with jumps: no move is near the one before, as in a quick drag.
        const part = ((move * 37) % moves) / moves;
        const init = { clientX: left + width * part, clientY: top + 5, pointerId: 1, bubbles: true };
        track.dispatchEvent(new PointerEvent('pointermove', init));
        const now = await frame();
        intervals.push(now - then);
        then = now;
        seen.add(track.getAttribute('aria-valuenow') ?? '');
      }
      return { frames: intervals, moments: seen.size };
    });
    await workbench.page.mouse.up();
    const factor = Math.max(1, (workBefore + (await knownWork())) / 2 / workMs);
    const median = medianOf(frames);
    const slow = frames.toSorted((one, other) => one - other)[Math.floor(frames.length * 0.95)] ?? Number.NaN;
    console.log(
      `      scrubbing ${last} events: ${median.toFixed(1)} ms per move in the median, ${slow.toFixed(1)} ms at 95 %, ${frames.length} moves`,
    );
    assert.ok(moments > frames.length * 0.8, `${moments} moments were drawn for ${frames.length} moves`);
    assert.ok(median <= mostFrameMs * factor, `a move took ${median.toFixed(1)} ms`);
  });

  /** Has the view note when it shows a text in the console. */
  async function watchFor(text: string): Promise<void> {
    await workbench
      .view()
      .locator('body')
      .evaluate((body, wanted) => {
        const shown = globalThis as unknown as { shownAt: Promise<number> };
        shown.shownAt = new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            if (!(body.querySelector('.dock')?.textContent ?? '').includes(wanted)) return;
            observer.disconnect();
            // The frame that shows it has been handed over when the task after it runs.
            requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
          });
          observer.observe(body, { subtree: true, childList: true, characterData: true });
        });
      }, text);
  }

  /** How long the browser takes for something that is always the same, like what it does for an update: objects and texts. */
  async function knownWork(): Promise<number> {
    await workbench.page.waitForTimeout(150);
    return workbench.page.evaluate(() => {
      const start = performance.now();
      let length = 0;
      for (let round = 0; round < 40; round++) {
        const rows = Array.from({ length: 1_000 }, (_, n) => ({ n: (n * 7919) % 1_009, text: `row ${n * round}` }));
        length += JSON.stringify(rows.toSorted((one, other) => one.n - other.n)).length;
      }
      return length > 0 ? performance.now() - start : Number.NaN;
    });
  }
});

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
