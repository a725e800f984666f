import './slow.mjs';
console.log('sync after waits for slow');
