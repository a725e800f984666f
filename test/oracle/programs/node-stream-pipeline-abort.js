const { Readable, Writable, PassThrough, addAbortSignal } = require('stream');
const { pipeline } = require('stream/promises');
const { setTimeout: sleep } = require('timers/promises');
(async () => {
  const controller = new AbortController();
  const endless = Readable.from((async function* () { for (let i = 0; ; i++) { await sleep(2); yield String(i); } })());
  const seen = [];
  setTimeout(() => controller.abort(), 15);
  try {
    await pipeline(endless, new PassThrough(), new Writable({ write(chunk, encoding, callback) { seen.push(String(chunk)); callback(); } }), { signal: controller.signal });
  } catch (error) { console.log(error.name, error.code, endless.destroyed); }
  const second = new AbortController();
  const readable = addAbortSignal(second.signal, new Readable({ read() {} }));
  readable.on('error', (error) => console.log('error', error.name)).on('close', () => console.log('close'));
  second.abort();
  await sleep(1);
  try { await pipeline(Readable.from(['a']), new PassThrough(), { signal: AbortSignal.abort() }); } catch (error) { console.log('already', error.name); }
  const through = new PassThrough();
  setImmediate(() => through.destroy(new Error('broken pipe')));
  try { await pipeline(new Readable({ read() {} }), through); } catch (error) { console.log(error.message); }
})();
