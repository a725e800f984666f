// util and querystring given what they do not expect.
'use strict';
const util = require('util');
const querystring = require('querystring');

function attempt(...call) {
  const [of, name, ...args] = call;
  let said;
  try {
    said = util.inspect(of[name](...args));
  } catch (error) {
    said = `${error.name} ${error.code} ${error.message.slice(0, 160)}`;
  }
  console.log(name, said);
}
const odd = [undefined, null, 'x', 1, -1, -2.5, 2 ** 53, -3001, [], {}, Symbol('s')];
for (const name of ['getSystemErrorName', 'getSystemErrorMessage', '_exceptionWithHostPort', 'convertProcessSignalToExitCode', 'formatWithOptions', 'transferableAbortSignal'])
  for (const value of odd) if (!name.startsWith('_') || typeof value !== 'number') attempt(util, name, value);
for (const value of odd) util.aborted(value, {}).catch((error) => console.log(error.code, error.message));
util.aborted(AbortSignal.abort()).catch((error) => console.log(error.code, error.message));
const { message, code, errno, address, port } = util._exceptionWithHostPort(-111, 'connect', '127.0.0.1', 80, 'more');
console.log(message, code, errno, address, port, util.getSystemErrorMap().size);
for (const separator of [undefined, [], '', '&&', 'c'])
  for (const equals of [undefined, [], '==', 'b'])
    for (const text of ['a=b&c', 'a==b&&c==', '&&a', 'b&bb']) console.log(JSON.stringify([separator, equals, text]), querystring.parse(text, separator, equals));
for (const value of [Symbol('s'), Object.create(null), 5, '%zz+%41', ['%41'], new Uint8Array(2), '%', '%4', 'a+b%']) {
  attempt(querystring, 'unescape', value);
  attempt(querystring, 'unescapeBuffer', value);
  attempt(querystring, 'unescapeBuffer', value, true);
}
