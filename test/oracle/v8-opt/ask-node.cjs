// Runs programs in real V8 as classic scripts and prints in which tier each one's f ends.
const { readFileSync } = require('node:fs');
const vm = require('node:vm');

const programs = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const tiers = programs.map(({ index, code }) => {
  const context = vm.createContext();
  const run = (source, filename) => {
    const script = new vm.Script(source, { filename });
    return programs.length === 1 ? script.runInThisContext() : script.runInContext(context);
  };
  run(code, `p${index}.js`);
  const status = run('typeof f === "function" ? %GetOptimizationStatus(f) : 0', 'status.js');
  return status & 64 ? 'turbofan' : status & 32 ? 'maglev' : 'interpreter';
});
console.log(JSON.stringify(tiers));
