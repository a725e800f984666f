// What fetch says where nothing can be had.
const told = (name) => (error) => console.log(name, error instanceof TypeError, error.name, error.message, error.cause);
fetch('/fails').catch(told('fails'));
fetch('http://').catch(told('no URL'));
fetch('nothing:at all').catch(told('scheme'));
fetch('/a', { method: 'GET', body: 'x' }).catch(told('GET with a body'));
fetch('/a', { method: 'no method' }).catch(told('method'));
fetch('/a', { method: 'TRACE' }).catch(told('TRACE'));
fetch('/a', { headers: { 'no name': 'x' } }).catch(told('header'));
fetch('/a', { mode: 'navigate' }).catch(told('mode'));
fetch('/a', { redirect: 'never' }).catch(told('redirect'));
fetch('http://user:word@localhost/a').catch(told('credentials'));
fetch('/moved', { redirect: 'error' }).catch(told('redirect refused'));
fetch('/endless').catch(told('endless'));
fetch('/wrong-json')
  .then((response) => response.json())
  .catch((error) => console.log(error.name, error.message));
fetch('/empty')
  .then((response) => response.json())
  .catch((error) => console.log(error.name, error.message));
fetch('data:text/plain,hello%20you')
  .then((response) => response.text())
  .then((text) => console.log('data', text));
try {
  fetch();
} catch (error) {
  console.log('thrown', error.message);
}
fetch().catch(told('no arguments'));
fetch('/fails');
addEventListener('unhandledrejection', (event) => console.log('unhandled', event.reason.message));
