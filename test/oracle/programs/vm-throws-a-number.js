// vm: what is thrown need not be an error.
require('vm').runInThisContext('let x = 1;\n  throw 5', { filename: 'my.js', lineOffset: 10 });
