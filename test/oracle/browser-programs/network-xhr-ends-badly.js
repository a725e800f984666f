// Errors, timeouts and aborts of XMLHttpRequest, at each state.
const types = ['readystatechange', 'loadstart', 'progress', 'load', 'loadend', 'error', 'abort', 'timeout'];
function watch(name, url, prepare) {
  const request = new XMLHttpRequest();
  for (const target of [request, request.upload])
    for (const type of types)
      target.addEventListener(type, (event) => {
        const progress = event instanceof ProgressEvent ? ` ${event.loaded}/${event.total}` : '';
        console.log(name, target === request ? '' : 'upload', type, request.readyState, request.status + progress);
      });
  request.open('POST', url);
  prepare?.(request);
  return request;
}
const next = (request, run) => request.addEventListener('loadend', () => setTimeout(run, 50));
const fails = watch('fails', '/fails');
fails.send('body');
next(fails, () => {
  console.log(
    fails.readyState,
    fails.status,
    JSON.stringify(fails.responseText),
    JSON.stringify(fails.getAllResponseHeaders()),
  );
  const late = watch('late', '/slow', (request) => {
    request.timeout = 100;
  });
  late.send();
  next(late, () => {
    const unsent = watch('unsent', '/slow');
    unsent.abort();
    console.log('unsent', unsent.readyState);
    const sent = watch('sent', '/slow');
    sent.send('body');
    sent.abort();
    console.log('sent', sent.readyState);
    const loading = watch('loading', '/pieces');
    loading.send();
    setTimeout(() => {
      console.log('aborts', loading.readyState, loading.responseText);
      loading.abort();
      console.log('aborted', loading.readyState, JSON.stringify(loading.responseText));
      again();
    }, 300);
  });
});
function again() {
  const request = watch('again', '/slow');
  request.send();
  request.open('GET', '/quick');
  console.log('opened again', request.readyState);
  request.send();
  next(request, () => {
    const slow = watch('later timeout', '/slow');
    slow.send();
    setTimeout(() => {
      slow.timeout = 150;
    }, 100);
  });
}
