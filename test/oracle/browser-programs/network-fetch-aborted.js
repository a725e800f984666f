// Giving up before, while waiting for the head, while the body comes, and when all is over.
const told = (name) => (error) => console.log(name, error?.name ?? typeof error, error?.message ?? error);
const before = new AbortController();
before.abort();
fetch('/a', { signal: before.signal }).catch(told('before'));
const reasoned = new AbortController();
reasoned.abort('a reason');
fetch('/a', { signal: reasoned.signal }).catch(told('with a reason'));
const during = new AbortController();
during.signal.addEventListener('abort', () => console.log('abort event'));
fetch('/a', { signal: during.signal }).then(() => console.log('never'), told('while waiting'));
setTimeout(() => {
  console.log('aborts');
  during.abort();
  console.log('aborted');
  queueMicrotask(() => console.log('microtask behind abort'));
}, 50);
const body = new AbortController();
fetch('/pieces', { signal: body.signal }).then(async (response) => {
  console.log('head');
  const reader = response.body.getReader();
  console.log(new TextDecoder().decode((await reader.read()).value));
  setTimeout(() => body.abort(new RangeError('mine')), 20);
  await reader.read().catch(told('reading'));
  await reader.closed.catch(told('closed'));
  console.log('used', response.bodyUsed);
});
const text = new AbortController();
fetch('/pieces', { signal: text.signal })
  .then((response) => {
    setTimeout(() => text.abort(), 150);
    return response.text();
  })
  .catch(told('text'));
fetch('/a', { signal: AbortSignal.timeout(120) }).catch(told('timeout'));
const late = new AbortController();
fetch('/a', { signal: late.signal }).then(async (response) => {
  const words = await response.text();
  late.abort();
  console.log('late', words, late.signal.aborted);
});
console.log('end of script');
