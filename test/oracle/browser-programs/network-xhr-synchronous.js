// A synchronous request blocks everything, and what it may not do.
const told = (name, run) => {
  try {
    console.log(name, run());
  } catch (error) {
    console.log(name, error.name, error.message);
  }
};
const request = new XMLHttpRequest();
for (const type of ['readystatechange', 'loadstart', 'progress', 'load', 'loadend', 'error'])
  request.addEventListener(type, () => console.log(type, request.readyState));
setTimeout(() => console.log('timer'), 0);
Promise.resolve().then(() => console.log('microtask'));
request.open('GET', '/text', false);
request.send();
console.log(request.status, request.responseText, request.readyState);
told('timeout', () => {
  request.open('GET', '/text', false);
  request.timeout = 5;
});
told('response type', () => {
  request.open('GET', '/text', false);
  request.responseType = 'json';
});
told('open with a timeout', () => {
  const other = new XMLHttpRequest();
  other.timeout = 5;
  other.open('GET', '/text', false);
});
told('open with a type', () => {
  const other = new XMLHttpRequest();
  other.responseType = 'json';
  other.open('GET', '/text', false);
});
told('fails', () => {
  request.open('GET', '/fails', false);
  request.send();
});
console.log(request.readyState, request.status);
told('header before open', () => new XMLHttpRequest().setRequestHeader('a', 'b'));
told('send before open', () => new XMLHttpRequest().send());
told('send twice', () => {
  const other = new XMLHttpRequest();
  other.open('GET', '/text');
  other.send();
  other.send();
});
told('method', () => new XMLHttpRequest().open('a b', '/text'));
told('forbidden method', () => new XMLHttpRequest().open('TRACE', '/text'));
told('url', () => new XMLHttpRequest().open('GET', 'http://'));
told('header name', () => {
  const other = new XMLHttpRequest();
  other.open('GET', '/text');
  other.setRequestHeader('a b', 'c');
});
told('header value', () => {
  const other = new XMLHttpRequest();
  other.open('GET', '/text');
  other.setRequestHeader('a', 'c\nd');
});
told('mime', () => {
  request.open('GET', '/text', false);
  request.send();
  request.overrideMimeType('text/plain');
});
told('missing', () => {
  request.open('GET', '/missing', false);
  request.send();
  return request.status;
});
told('text of json', () => {
  const other = new XMLHttpRequest();
  other.responseType = 'json';
  return other.responseText;
});
console.log('end of script');
