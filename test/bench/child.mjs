// One engine in a process of its own: runs the scripts that it is sent and answers with the main thread's CPU time.
// JavaScript, because `node --jitless` has no WebAssembly and so cannot strip types.
import process from 'node:process';

const [engineFile] = process.argv.slice(2);
const { prepare } = await import(engineFile);

process.on('message', ({ source }) => {
  void answer(source);
});
process.send({ ready: true });

async function answer(source) {
  try {
    // The system counts a thread's time in ticks of some milliseconds: short programs run again until that is nothing.
    let runs = 0;
    let milliseconds = 0;
    let result;
    const started = performance.now();
    do {
      // What is made before a run (a realm) is not the program's time; `prepare` hands back the run itself.
      const run = await prepare(source);
      const before = process.threadCpuUsage();
      result = await run();
      const used = process.threadCpuUsage(before);
      milliseconds += (used.user + used.system) / 1000;
      runs++;
    } while (milliseconds < 40 && performance.now() - started < 300);
    process.send({ ...result, milliseconds: milliseconds / runs });
  } catch (error) {
    process.send({ error: String(error?.message ?? error).split('\n')[0] });
  }
}
