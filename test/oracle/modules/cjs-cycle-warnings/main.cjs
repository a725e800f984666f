const a = require('./a.js');
console.log('main', a, process.mainModule === module, require.main === module, process.mainModule.filename === __filename);
console.log(a.nope);
process.mainModule = 5; console.log(process.mainModule, require.main === module, Object.getOwnPropertyDescriptor(process, 'mainModule'));
