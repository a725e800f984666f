// A code that nobody has said is none, although the listeners are told 0.
process.on('exit', (code) => {
  console.log('exit', code, process.exitCode);
  queueMicrotask(() => console.log('exit', code, process.exitCode));
});
try {
  process.exitCode *= 4;
} catch (error) {
  console.log(error.code, error.message);
}
console.log(process.exitCode);
