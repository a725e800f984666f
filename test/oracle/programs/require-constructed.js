// Found by the fuzzer: require and require.resolve are ordinary functions, which new may call.
console.log(new require('node:events') === require('events'));
for (const attempt of [() => new require('without a listener'), () => new require(), () => new require.resolve('node:fs')]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.message);
  }
}
class Sub extends require {}
console.log(new Sub('node:events') === require('events'));
for (const each of [require, require.resolve, require.resolve.paths]) console.log(each.length, each.name, Object.getOwnPropertyNames(each), each.prototype);
