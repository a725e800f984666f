// A signal takes a task out of its queue.
const controller = new AbortController();
scheduler.postTask(() => console.log('never'), { signal: controller.signal }).catch((error) => console.log(error.name));
scheduler
  .postTask(() => console.log('never'), { signal: controller.signal, delay: 20 })
  .catch((reason) => console.log(reason.name));
scheduler
  .postTask(() => console.log('never'), { signal: AbortSignal.abort('why') })
  .catch((reason) => console.log(reason));
controller.abort();
setTimeout(() => console.log('over'), 40);
