// A callback that takes long makes several timers due at once: they run in the order of their due times.
setTimeout(() => {
  console.log('busy begins');
  const end = Date.now() + 60;
  while (Date.now() < end);
  console.log('busy ends');
}, 5);
setTimeout(() => console.log('due at 40'), 40);
setTimeout(() => console.log('due at 20'), 20);
setTimeout(() => console.log('due at 30'), 30);
setTimeout(() => console.log('due at 20, second'), 20);
setTimeout(() => console.log('due at 120'), 120);
