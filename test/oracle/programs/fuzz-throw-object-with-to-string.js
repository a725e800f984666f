// Found by the fuzzer: V8 calls toString of an uncaught object for its message.
throw {
  toString() {
    console.log('called');
    throw new Error('ignored');
  },
};
