// The promise gets what the task returns or throws.
scheduler.postTask(() => 'value').then((value) => console.log('fulfilled', value));
scheduler.postTask(async () => 'later').then((value) => console.log('fulfilled', value));
scheduler
  .postTask(() => {
    throw new Error('thrown');
  })
  .catch((error) => console.log('rejected', error.message));
scheduler.postTask(5).catch((error) => console.log(error.name, error.message));
scheduler.postTask(() => {}, { priority: 'urgent' }).catch((error) => console.log(error.name));
console.log(String(scheduler), scheduler instanceof Scheduler);
