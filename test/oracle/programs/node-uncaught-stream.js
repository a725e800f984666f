// Nobody listens to the error of a stream.
const { Readable } = require('stream');
const readable = new Readable({ read() { this.destroy(new TypeError('source is gone')); } });
readable.on('data', () => {});
readable.on('close', () => console.log('closed'));
process.on('uncaughtException', (error, origin) => console.log('uncaught', error.name, error.message, origin));
require('fs').createReadStream('/no/such/file').on('close', () => console.log('file closed'));
