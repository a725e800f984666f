module.exports = require('left-pad-of-nowhere');
