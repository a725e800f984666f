// Each promise at the end of a chain is reported.
const source = Promise.reject(new Error('source'));
source.then(() => console.log('never'));
source.finally(() => console.log('finally'));
source.catch(() => console.log('caught'));
Promise.reject(new Error('all of it')).then(undefined, undefined);
Promise.all([Promise.reject(new Error('all')), Promise.reject(new Error('beside'))]);
