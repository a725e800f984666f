// An error whose stack has been read does not tell its place when its rejection ends the program.
const failed = Promise.reject(new Error('no'));
console.log(failed);
