const shorten = (text) => text.replaceAll(__dirname, '.');
console.log(require('./plain.mjs'), require('./with-default.mjs'), require('./chosen.mjs'));
console.log(require('./plain.mjs') === require('./plain.mjs'));
for (const name of ['./waits.mjs', './bad.mjs', './throws.mjs', './missing-import.mjs']) {
  try {
    require(name);
  } catch (error) {
    console.log(name, error.name, error.code, shorten(error.message));
  }
}
console.log(Object.keys(require.cache).map(shorten));
