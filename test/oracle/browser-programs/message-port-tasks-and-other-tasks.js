// A port's tasks are not of single messages: each takes the oldest that waits, and those left over come before what is posted later.
const log = (...values) => console.log(values.join(' '));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
addEventListener('message', ({ data }) => {
  log('  window', data);
  if (data in windowWork) windowWork[data]();
});
const windowWork = {};

/** A port of which each message says what its handler does. */
function newPort() {
  const { port1, port2 } = new MessageChannel();
  const work = [];
  port1.onmessage = ({ data }) => {
    log('  port', data);
    work[data]();
  };
  return (run = () => {}) => port2.postMessage(work.push(run) - 1);
}
const viaWindow = (name) => postMessage(name, '*');

const variants = {
  'one waits, its handler posts to both'() {
    const post = newPort();
    post(() => {
      viaWindow('a');
      post();
      viaWindow('b');
    });
    viaWindow('c');
  },
  'two wait'() {
    const post = newPort();
    post(() => viaWindow('a'));
    post(() => viaWindow('b'));
    viaWindow('c');
  },
  'three wait'() {
    const post = newPort();
    post(() => viaWindow('a'));
    post(() => viaWindow('b'));
    post(() => viaWindow('c'));
  },
  'more come from other tasks'() {
    const post = newPort();
    post(() => {
      viaWindow('a');
      post(() => viaWindow('b'));
      setTimeout(() => {
        log('  timer');
        post(() => viaWindow('c'));
        viaWindow('d');
      });
    });
    post(() => {
      post();
      viaWindow('e');
    });
    post();
  },
  'microtasks of a handler belong to its message'() {
    const post = newPort();
    post(() =>
      queueMicrotask(() => {
        post();
        viaWindow('a');
      }),
    );
    post(() =>
      Promise.resolve()
        .then(() => post())
        .then(() => viaWindow('b')),
    );
  },
  'another task posts while tasks of the port wait'() {
    const post = newPort();
    post();
    post(() => {
      viaWindow('between');
      post();
    });
    post();
    windowWork.between = () => {
      post(() => viaWindow('last'));
      viaWindow('before it');
    };
  },
  'the last of three posts one, and another task a second'() {
    const post = newPort();
    post();
    post(() => viaWindow('posts'));
    post(() => post(() => viaWindow('comes before the second')));
    windowWork.posts = () => post();
  },
  'another task posts when tasks of the port are left'() {
    const post = newPort();
    post(() => {
      viaWindow('first');
      post();
    });
    post(() => viaWindow('second'));
    windowWork.first = () => post(() => viaWindow('third'));
    windowWork.second = () => {
      post();
      post();
      viaWindow('fourth');
    };
    windowWork.third = windowWork.second;
  },
  'started late'() {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }) => {
      log('  port', data);
      viaWindow('behind ' + data);
    });
    port2.postMessage(0);
    port2.postMessage(1);
    viaWindow('before');
    port1.start();
    port2.postMessage(2);
    viaWindow('after');
  },
  'a channel in between'() {
    const first = newPort();
    const second = newPort();
    first(() => second(() => viaWindow('a')));
    first(() => first(() => second()));
    second(() => first());
    viaWindow('b');
  },
  'closed by the first of three'() {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      log('  port', data);
      port1.close();
      viaWindow('closed');
    };
    for (let i = 0; i < 3; i++) port2.postMessage(i);
  },
};

(async () => {
  for (const [name, run] of Object.entries(variants)) {
    log(name);
    run();
    await pause(120);
  }
})();
