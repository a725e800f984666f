// onmessage and listeners in the order in which they were set; `this` is the window.
addEventListener('message', () => console.log('first'));
onmessage = function ({ data }) {
  console.log('handler', data, this === window);
};
addEventListener('message', () => console.log('last'));
window.onmessage = ({ data }) => console.log('other handler', data);
postMessage('data', '*');
setTimeout(() => {
  onmessage = null;
  console.log(onmessage);
  postMessage('again', '*');
}, 20);
