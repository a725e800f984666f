// Tasks that wait first.
scheduler.postTask(() => console.log('40'), { delay: 40 });
scheduler.postTask(() => console.log('20'), { delay: 20 });
setTimeout(() => console.log('timer 60'), 60);
scheduler.postTask(() => console.log('now'));
