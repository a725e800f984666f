// Stack traces through await, combinators of promises, async methods and generators.
const pause = () => new Promise((r) => setTimeout(r, 1));
const clean = (e) => console.log(e.stack.replaceAll(__filename, 'F').split('\n').filter((l) => !l.includes('node:')).join('\n'));
async function leaf() { await pause(); throw new Error('leaf'); }
async function mid() { await leaf(); }
async function all() { await Promise.all([pause(), mid()]); }
async function settled() { const [r] = await Promise.allSettled([mid()]); throw r.reason; }
async function any() { try { await Promise.any([mid()]); } catch (e) { throw e.errors[0]; } }
async function raced() { await Promise.race([mid()]); }
class K { async m() { await leaf(); } static async s() { await new K().m(); } }
async function* gen() { yield 1; await leaf(); }
async function loop() { for await (const x of gen()); }
const arrow = async () => { await mid(); };
(async () => {
  for (const f of [mid, all, settled, any, raced, () => new K().m(), () => K.s(), loop, arrow, () => leaf().then((x) => x), () => leaf().catch((e) => { throw e; }), async () => (await 0, Promise.resolve().then(() => { throw new Error('then'); }))]) {
    try { await f(); } catch (e) { clean(e); }
  }
})();
