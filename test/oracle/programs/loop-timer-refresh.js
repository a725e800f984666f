// refresh begins anew.
const timer = setTimeout(() => console.log('refreshed'), 60);
setTimeout(() => timer.refresh(), 40);
setTimeout(() => console.log('80'), 80);
setTimeout(() => console.log('140'), 140);
