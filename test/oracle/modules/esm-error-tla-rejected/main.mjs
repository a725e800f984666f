process.on('exit', (code) => console.log('exit', code));
console.log('a');
await Promise.reject(new Error('rejected at the top'));
console.log('never');
