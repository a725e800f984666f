const fs = require('fs');
fs.readFile('/no/such/file', (error, text) => {
  console.log('called');
  if (error) throw error;
  console.log(text.length);
});
