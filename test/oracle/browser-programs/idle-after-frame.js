// There is no idle time before a frame that was requested.
requestIdleCallback(() => console.log('idle'));
requestAnimationFrame(() => console.log('frame'));
setTimeout(() => console.log('timer'), 0);
