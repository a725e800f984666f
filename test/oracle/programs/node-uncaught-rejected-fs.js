const fs = require('fs/promises');
process.on('unhandledRejection', (reason) => console.log('unhandled', reason.code, reason.message));
fs.readFile('/no/such/file');
fs.mkdir('/tmp');
