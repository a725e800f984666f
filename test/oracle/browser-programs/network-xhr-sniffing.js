// Text that may be anything is looked at before the program hears of it: only much of it, or its end, shows the head.
function ask(url, next) {
  const request = new XMLHttpRequest();
  let start;
  for (const type of ['readystatechange', 'progress', 'load', 'loadend'])
    request.addEventListener(type, () => console.log(url, type, request.readyState, request.responseText.length));
  request.open('GET', url);
  request.addEventListener('loadend', next ?? (() => {}));
  setTimeout(
    () =>
      console.log(url, 'after 250 ms', request.readyState, request.status, request.getResponseHeader('content-type')),
    250,
  );
  request.send();
}
ask('/text', () => ask('/none', () => ask('/much', () => ask('/nosniff', () => ask('/json', () => ask('/quick'))))));
