// What is not referred to does not keep the process alive.
setTimeout(() => console.log('never'), 100).unref();
const back = setTimeout(() => console.log('kept after all'), 40);
back.unref();
back.ref();
console.log(back.hasRef(), setInterval(() => {}, 1000).unref().hasRef());
setImmediate(() => console.log('immediate'));
process.on('exit', () => console.log('exit'));
