exports.some = 1;
