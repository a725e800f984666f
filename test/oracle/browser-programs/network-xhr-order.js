// What an XMLHttpRequest fires, and when.
const types = ['readystatechange', 'loadstart', 'progress', 'load', 'loadend', 'error', 'abort', 'timeout'];
function watch(name, request) {
  for (const type of types)
    request.addEventListener(type, (event) => {
      const progress =
        event instanceof ProgressEvent ? ` ${event.loaded}/${event.total} ${event.lengthComputable}` : '';
      console.log(name, type, request.readyState, request.status, request.responseText.length + progress);
    });
  return request;
}
const first = watch('text', new XMLHttpRequest());
first.open('GET', '/text');
console.log('opened');
first.send();
console.log('sent', first.readyState);
Promise.resolve().then(() => console.log('microtask'));
setTimeout(() => console.log('timer'), 50);
first.onloadend = () => {
  console.log(first.responseText, first.responseURL, JSON.stringify(first.getAllResponseHeaders()), first.statusText);
  queueMicrotask(() => console.log('microtask of loadend'));
  pieces();
};
function pieces() {
  const request = watch('pieces', new XMLHttpRequest());
  request.open('GET', '/pieces');
  request.onreadystatechange = () => request.readyState === 3 && console.log('so far', request.responseText);
  request.onloadend = () => missing();
  request.send();
}
function missing() {
  const request = watch('missing', new XMLHttpRequest());
  request.open('GET', '/missing');
  request.onload = () => console.log(request.status, request.statusText, request.responseText);
  request.onloadend = () => empty();
  request.send();
}
function empty() {
  const request = watch('empty', new XMLHttpRequest());
  request.open('GET', '/empty');
  request.onloadend = () => moved();
  request.send();
}
function moved() {
  const request = watch('moved', new XMLHttpRequest());
  request.open('POST', '/moved');
  request.onloadend = () => console.log(request.responseURL, request.responseText);
  request.send('body');
}
