require('./j.js'); throw new Error('in i');
