// A dialogue over streams, with promises.
const { createInterface } = require('readline/promises');
const { PassThrough } = require('stream');
const input = new PassThrough();
const output = new PassThrough();
const shown = [];
output.on('data', (chunk) => shown.push(String(chunk)));
const answers = ['Ada', 'maybe', 'yes'];
(async () => {
  const dialogue = createInterface({ input, output });
  const ask = async (text) => { const promise = dialogue.question(text); input.write(`${answers.shift()}\n`); return promise; };
  console.log(await ask('name? '));
  let answer;
  do answer = await ask('sure? '); while (answer !== 'yes');
  console.log(answer, shown);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 2);
  try { await dialogue.question('never? ', { signal: controller.signal }); } catch (error) { console.log(error.name, error.code); }
  dialogue.on('line', (line) => console.log('line', line));
  input.write('left over\n');
  await new Promise(setImmediate);
  dialogue.on('close', () => console.log('close'));
  dialogue.close();
  console.log(dialogue.closed, dialogue.getPrompt(), dialogue.terminal, dialogue.line);
})();
