import { WorkbenchPage } from './workbench-page.ts';
describe('adhoc', () => {
  it('dock', async () => {
    const workbench = await WorkbenchPage.open({ files: { 'a.js': "const marker = 'x';\nconsole.log('marker', marker);\n" } });
    try {
      await workbench.openFile('a.js');
      await workbench.openView();
      await workbench.rows('console').filter({ hasText: 'marker x' }).waitFor();
      await workbench.view().locator('body').evaluate((body) => {
        const w = globalThis as any;
        w.seen = [];
        body.querySelector('.dock')!.setAttribute('data-mark', '1');
        const t0 = performance.timeOrigin;
        addEventListener('message', (e: any) => w.seen.push([performance.timeOrigin + performance.now(), 'msg ' + e.data?.type + ' ' + JSON.stringify(e.data?.status ?? '')]), true);
        new MutationObserver((records) => {
          const removed = records.flatMap((r) => [...r.removedNodes]).map((n: any) => n.className ?? n.nodeName).slice(0, 3);
          const text = body.querySelector('.dock')?.textContent ?? '(no dock)';
          w.seen.push([performance.timeOrigin + performance.now(), 'mut ' + text.slice(0, 60) + ' mark ' + body.querySelector('.dock')?.getAttribute('data-mark') + ' removed ' + removed.join()]);
        }).observe(body, { subtree: true, childList: true, characterData: true });
      });
      await workbench.page.evaluate(() => {
        const w = globalThis as any; w.typed = [];
        document.addEventListener('keydown', (e) => w.typed.push(performance.timeOrigin + e.timeStamp), { capture: true });
      });
      await workbench.goTo(1, 18);
      for (let i = 0; i < 6; i++) {
        await workbench.view().locator('body').evaluate(() => void ((globalThis as any).seen.length = 0));
        await workbench.page.evaluate(() => void ((globalThis as any).typed.length = 0));
        await workbench.page.keyboard.type('abc', { delay: 40 });
        await workbench.page.waitForTimeout(700);
        const typed = await workbench.page.evaluate(() => (globalThis as any).typed as number[]);
        const seen = await workbench.view().locator('body').evaluate(() => (globalThis as any).seen as [number, string][]);
        console.log('edit', i);
        for (const [at, what] of seen) console.log('   ', (at - typed.at(-1)!).toFixed(0), what);
      }
    } finally { await workbench.close(); }
  });
});
