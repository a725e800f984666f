const above = require('..' + '/counter');
const path = __dirname.split('/').pop();
module.exports = () => console.log(path, above.count, module.paths.length > 2, module.parent.filename.split('/').pop());
