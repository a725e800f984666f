// What fetch says where nothing can be had.
const told = (name) => (error) => console.log(name, error instanceof TypeError, error.name, error.message, error.cause);
// Chromium says who was called only where the body was there already.
const toldOfJson = ({ name, message }) =>
  console.log(name, message.replace("Failed to execute 'json' on 'Response': ", ''));
fetch('http://').catch(told('no URL'));
fetch('nothing:at all').catch(told('scheme'));
fetch('/a', { method: 'GET', body: 'x' }).catch(told('GET with a body'));
fetch('/a', { method: 'no method' }).catch(told('method'));
fetch('/a', { method: 'TRACE' }).catch(told('TRACE'));
fetch('/a', { headers: { 'no name': 'x' } }).catch(told('header'));
fetch('/a', { mode: 'navigate' }).catch(told('mode'));
fetch('/a', { redirect: 'never' }).catch(told('redirect'));
fetch('http://user:word@localhost/a').catch(told('credentials'));
try {
  fetch();
} catch (error) {
  console.log('thrown', error.message);
}
fetch().catch(told('no arguments'));
addEventListener('unhandledrejection', (event) => console.log('unhandled', event.reason.message));
// One after the other: what the network takes is never the same.
(async () => {
  const data = await fetch('data:text/plain,hello%20you');
  console.log('data', await data.text());
  await fetch('/fails').catch(told('fails'));
  await fetch('/moved', { redirect: 'error' }).catch(told('redirect refused'));
  await fetch('/endless').catch(told('endless'));
  for (const path of ['/wrong-json', '/empty']) {
    const response = await fetch(path);
    await response.json().catch(toldOfJson);
  }
  fetch('/fails');
})();
