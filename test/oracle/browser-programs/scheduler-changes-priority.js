// A task signal changes the priority of tasks that wait.
const controller = new TaskController({ priority: 'background' });
scheduler.postTask(() => console.log('task of the signal'), { signal: controller.signal });
scheduler.postTask(() => console.log('visible'));
controller.signal.onprioritychange = (event) => {
  console.log(event.type, event.previousPriority, controller.signal.priority);
};
console.log(controller.signal.priority);
controller.setPriority('user-blocking');
controller.setPriority('user-blocking');
