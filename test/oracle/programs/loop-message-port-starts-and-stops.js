// A port without listeners keeps its messages.
const { port1, port2 } = new MessageChannel();
port2.postMessage('early');
setTimeout(() => {
  port1.on('message', function listener(value) {
    console.log('first', value);
    port1.off('message', listener);
    setTimeout(() => {
      port1.once('message', (other) => {
        console.log('second', other);
        port1.close();
      });
    }, 30);
    port2.postMessage('kept');
  });
}, 20);
