// user-blocking before everything else, background behind it.
for (const priority of ['background', 'user-visible', 'user-blocking']) {
  for (const number of [1, 2]) scheduler.postTask(() => console.log(priority, number), { priority });
}
scheduler.postTask(() => console.log('without a priority'));
setTimeout(() => console.log('timer'), 0);
console.log('script');
