const shorten = (text) => String(text).replaceAll(__dirname, '.');
for (const request of ['./missing', './folder', 'no-such-package', '@scope/none', './bad.json', './syntax.js', 'node:nope', '', './throws.js', './broken-main']) {
  try {
    require(request);
    console.log(request, 'worked');
  } catch (error) {
    console.log(JSON.stringify(request), error.name, error.code, shorten(error.message));
    if (error.requireStack) console.log(error.requireStack.map(shorten));
  }
}
try {
  require(5);
} catch (error) {
  console.log(error.name, error.code, error.message);
}
try {
  require('./throws.js');
} catch (error) {
  console.log('again', error.message, Object.keys(require.cache).length, module.children.length);
}
try {
  require('./asks-missing');
} catch (error) {
  console.log(error.requireStack.map(shorten), shorten(error.message));
}
require('./throws-in-function')();
