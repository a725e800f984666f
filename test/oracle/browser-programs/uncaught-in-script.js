// An error ends the script; its promises, microtasks and timers go on.
setTimeout(() => console.log('timer'), 0);
Promise.resolve().then(() => console.log('promise'));
console.log('before');
missing();
console.log('after');
