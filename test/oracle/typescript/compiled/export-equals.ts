class Answer { constructor(readonly value = 42) {} }
namespace Answer { export const question = 'life'; }
export = Answer;
console.log(typeof module.exports);
setTimeout(() => console.log(new (module.exports as any)().value, module.exports.question));
