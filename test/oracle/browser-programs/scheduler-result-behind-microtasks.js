// The promise of a task is settled behind the task's microtasks.
scheduler
  .postTask(() => {
    Promise.resolve()
      .then(() => console.log('promise 1'))
      .then(() => console.log('promise 2'))
      .then(() => console.log('promise 3'));
  })
  .then(() => console.log('task is over'));
