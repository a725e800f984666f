// What lets a process end although a server was listening: close, or unref; ref takes that back.
const http = require('node:http');
process.on('exit', (code) => console.log('exit', code));
process.on('beforeExit', () => console.log('beforeExit'));
const first = http.createServer((request, response) => response.end('answer'));
first.listen(0, () => {
  console.log('listening', first.listening);
  http.get({ port: first.address().port, agent: false }, (response) => {
    response.resume().on('end', () => {
      first.close(() => console.log('closed', first.listening));
      console.log('closing', first.listening);
    });
  });
});
const second = http.createServer();
console.log(second.unref() === second);
second.listen(0, () => console.log('second', second.listening));
const third = http.createServer().listen(0, () => {
  console.log('third', third.unref() === third, third.ref() === third);
  setTimeout(() => third.unref(), 30);
});
