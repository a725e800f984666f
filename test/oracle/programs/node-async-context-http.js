// Each request has an id of its own, through timers, files and awaits.
const http = require('http');
const fs = require('fs');
const { AsyncLocalStorage } = require('async_hooks');
const { setTimeout: sleep } = require('timers/promises');
const context = new AsyncLocalStorage();
const lines = [];
const log = (text) => lines.push(`[${context.getStore()?.id ?? '-'}] ${text}`);
async function work() {
  log('begins');
  await sleep(5);
  await new Promise((resolve) => fs.stat(__filename, resolve));
  log('after file');
  await fs.promises.stat(__filename);
  process.nextTick(() => log('tick'));
  await null;
  log('ends');
}
const server = http.createServer((request, response) => {
  context.run({ id: request.url.slice(1) }, async () => {
    await work();
    response.on('finish', () => log('finished'));
    response.end(context.getStore().id);
  });
});
server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address();
  const ask = (id) => new Promise((resolve) => http.get({ host: '127.0.0.1', port, path: '/' + id }, (response) => { response.on('data', (chunk) => log('got ' + chunk)); response.on('end', resolve); }));
  await ask('one');
  await context.run({ id: 'client' }, () => ask('two'));
  server.close();
  console.log(lines.join('\n'));
});
