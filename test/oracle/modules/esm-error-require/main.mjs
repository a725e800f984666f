console.log('x');
const fs = require('fs');
