// Thenables: called in a microtask of their own, once, with their getter read once.
const log = (text) => console.log(text);
const loud = {
  get then() {
    log('then is read');
    return (resolve, reject) => {
      log('then is called');
      resolve('first');
      resolve('second');
      reject('third');
      throw new Error('ignored');
    };
  },
};
Promise.resolve(loud).then(log);
log('after resolve');
Promise.resolve({ then: 1 }).then((value) => log(`no function: ${value.then}`));
Promise.resolve({ then() { throw 'thrown by then'; } }).catch(log);
new Promise((resolve) => resolve(new Proxy({}, { get: (_target, key) => void log(`get ${String(key)}`) }))).then(() => log('proxy'));
const nested = { then: (resolve) => resolve({ then: (inner) => inner('two levels') }) };
Promise.resolve(nested).then(log);
const self = new Promise((resolve) => setTimeout(() => resolve(self), 1));
self.catch((error) => log(`${error}`));
