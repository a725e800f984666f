// Scripts that are loaded run in tasks of their own, and then their load events are fired; the page's waits for them.
const log = (...a) => console.log(...a);
const load = (src, set) => {
  const s = document.createElement('script');
  s.onload = () => log('load', src, document.currentScript);
  s.onerror = (e) => log('error', src, e.type, e.bubbles, e instanceof ErrorEvent);
  set?.(s);
  s.src = src;
  document.body.append(s);
  return s;
};
addEventListener('load', () => log('window load'));
document.addEventListener('DOMContentLoaded', () => log('dcl'));
load(
  'data:text/javascript,console.log("data", document.currentScript.src.length); Promise.resolve().then(() => console.log("micro"))',
);
load('', (s) => s.setAttribute('src', ''));
const s = load('data:text/javascript,console.log("once")');
s.src = 'data:text/javascript,console.log("never")';
load('data:text/javascript,throw new Error("in script")');
load('data:text/javascript,var }');
log('sync', s.src.slice(0, 20));
load('http://[');
const late = document.createElement('script');
document.body.append(late);
late.onload = () => log('late load');
late.src = 'data:text/javascript,console.log("late")';
setTimeout(() => {
  const t = document.createElement('script');
  t.textContent = 'console.log("both never")';
  t.src = 'data:text/javascript,console.log("from timer")';
  t.addEventListener('load', (e) => log(e.isTrusted, e.target === t, e.bubbles, e.cancelable));
  document.head.append(t);
}, 50);
