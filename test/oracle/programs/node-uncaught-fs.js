// A file that is missing ends the program with Node's own words.
const fs = require('fs');
process.on('exit', (code) => console.log('exit', code));
function readSettings() {
  return fs.readFileSync('/no/such/settings.json', 'utf8');
}
readSettings();
