// Code of eval has no name of its own above an uncaught error.
Promise.reject(eval('new Error(1)'));
setTimeout(() => { new Function('a', '\n\nthrow a')(5); });
