// Timers: 1, 3, 2
//
// The callback of setTimeout waits outside, under "Web APIs", until its time has come and the call stack is empty. A delay of
// zero does not change that: 3 is printed before 2 in both rounds.

console.log(1);
setTimeout(function onTimeout() {
  console.log(2);
  secondRound();
}, 1000);
console.log(3);

function secondRound() {
  console.log('again, without a delay');
  console.log(1);
  setTimeout(function onZeroDelay() {
    console.log(2);
  }, 0);
  console.log(3);
}
