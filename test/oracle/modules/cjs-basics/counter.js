console.log('counter runs', module.parent.id, this === module.exports, exports === module.exports, arguments.length);
exports.count = 0;
exports.increment = () => {
  exports.count++;
};
