// Found by the fuzzer: Node converts an uncaught primitive to a string.
console.log('before');
throw Symbol('described');
