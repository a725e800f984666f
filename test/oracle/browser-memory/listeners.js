// A listener lives as long as what it listens to, and with it what it closes over.
function listen(target, name, options) {
  const data = watch(name, { name });
  const listener = () => data.name;
  target.addEventListener('click', listener, options);
  return listener;
}
listen(document.body, 'of the body');
listen(window, 'of the window');
document.body.removeEventListener('click', listen(document.body, 'of the body, removed'));
listen(document.createElement('button'), 'of a button that nobody holds');
const button = document.createElement('button');
listen(button, 'of a button that a variable holds');
const once = document.createElement('button');
document.body.append(once);
listen(once, 'once, and it has been called', { once: true });
once.click();
const controller = new AbortController();
listen(document.body, 'of the body, aborted', { signal: controller.signal });
controller.abort();
const target = new EventTarget();
for (let i = 0; i < 3; i++) listen(target, `of a target, ${i}`);
(() => listen(new EventTarget(), 'of a target that nobody holds'))();
setTimeout(() => [button, target], 1e8);
