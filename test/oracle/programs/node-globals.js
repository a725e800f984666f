// Node's own names on the global object: their order, how they print, and the simple ones at work.
console.log(Object.keys(globalThis), Object.keys(console));
console.log(globalThis);
console.log(console);
for (const name of ['process', 'global', 'setTimeout', 'queueMicrotask', 'atob', 'performance', 'fetch', 'crypto']) {
  const { value, get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(globalThis, name);
  console.log(name, typeof value, get && get.name, set && set.name, enumerable, configurable);
}
for (const name in globalThis) if (typeof globalThis[name] === 'function') console.log(name, globalThis[name].length);
console.log(typeof navigator, navigator, navigator.language, navigator.languages, navigator.userAgent);
console.log(crypto, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(crypto.randomUUID()));
console.log(crypto.getRandomValues(new Uint8Array(4)).length, typeof performance.timeOrigin, typeof performance.now());
for (const use of [atob, btoa]) {
  for (const args of [[], [undefined], ['aGk='], ['aGk'], ['a'], [' a G\tk = '], ['aG='], ['\xff'], ['ā'], [{}], [12], ['']]) {
    try {
      console.log(use(...args));
    } catch (error) {
      console.log(error.name, error.code, error.message, error instanceof DOMException);
    }
  }
}
const task = console.createTask('work');
console.log(task, task.run(() => 5), console.profile(), console.timeStamp('x'));
for (const misuse of [() => console.createTask(), () => task.run()]) {
  try {
    misuse();
  } catch (error) {
    console.log(error.message);
  }
}
global.process = 5;
console.log(process, globalThis.global === globalThis);
