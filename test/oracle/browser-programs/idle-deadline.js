// What the callback is told.
requestIdleCallback((deadline) => {
  console.log(String(deadline), deadline.didTimeout, deadline.timeRemaining() <= 50, deadline.timeRemaining() >= 0);
  console.log(deadline instanceof IdleDeadline, typeof deadline.timeRemaining());
  try {
    new IdleDeadline();
  } catch (error) {
    console.log(error.name, error.message);
  }
});
