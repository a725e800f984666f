const helper = () => {};
module.exports = { helper, again: 'again' };
