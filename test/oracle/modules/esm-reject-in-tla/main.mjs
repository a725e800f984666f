process.on('exit', (code) => console.log('exit', code));
import('./nothing.mjs').catch((error) => console.log(error.code));
console.log(new Error('here').stack.split('\n')[1].replace(import.meta.url, '.'));
Promise.reject(new Error('nobody handles this'));
await 0;
console.log('microtasks go on');
await new Promise((resolve) => setTimeout(resolve));
console.log('never');
