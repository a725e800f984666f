// What is due first runs first, however late it was set.
setTimeout(() => console.log(60), 60);
setTimeout(() => console.log(20), 20);
setTimeout(() => console.log(40), 40);
setTimeout(() => console.log(0), 0);
setTimeout(() => console.log('20 again'), 20);
