// Node tells of a top-level await that nothing settles unless the program has an exit code of its own.
process.exitCode = 0;
process.on('exit', (code) => console.log('exit', code));
await new Promise(() => {});
