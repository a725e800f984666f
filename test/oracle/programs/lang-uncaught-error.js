// An error that nobody catches: the line, the caret, the stack, its own properties and a cause that is no error, on stderr; exit code 1.
console.log('before');
class ConfigError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'ConfigError';
    this.code = 'E_CONFIG';
    this.details = { file: 'settings.json', lines: [1, 2, 3] };
  }
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConfigError('cannot read the settings', { cause: cause.message });
  }
}
function load() {
  const settings = parse('{ "a": 1');
  return settings;
}
setTimeout(() => console.log('never: the process is gone'), 0);
Promise.resolve().then(() => console.log('never either'));
process.on('exit', (code) => console.log('exit handler sees', code));
try {
  load();
} finally {
  console.log('finally runs');
}
console.log('never');
