// A rejection with something that is no error, as those who listen to exceptions get it; and process._exiting.
process.on('uncaughtException', (err, origin) => { console.log(origin, err.name, Object.getOwnPropertyDescriptors(err), err.toString(), err instanceof Error, err.constructor.name); console.log(err.stack.split('\n')[0]); console.log(err); });
Promise.reject(null); Promise.reject('x'); Promise.reject({ a: 1 });
process.on('exit', () => console.log(process._exiting)); console.log(process._exiting);
