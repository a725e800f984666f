console.log('common runs', module.id.endsWith('common.cjs'), module.parent);
exports.a = 1;
module.exports['b'] = 2;
Object.defineProperty(exports, 'viaDefine', { enumerable: true, value: 3 });
exports.spread = [...'ab'];
if (false) exports.never = 1;
exports['dyn' + 'amic'] = 'not seen';
