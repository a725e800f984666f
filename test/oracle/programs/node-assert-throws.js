const assert = require('node:assert');
const attempt = (run) => {
  try {
    run();
    console.log('passed');
  } catch (error) {
    console.log(error.name, error.code, error.generatedMessage, error.operator);
    console.log(error.message);
  }
};
const fails = () => { throw new TypeError('wrong thing'); };
attempt(() => assert.throws(fails));
attempt(() => assert.throws(fails, TypeError));
attempt(() => assert.throws(fails, RangeError));
attempt(() => assert.throws(fails, /wrong/));
attempt(() => assert.throws(fails, /right/));
attempt(() => assert.throws(fails, { name: 'TypeError', message: 'wrong thing' }));
attempt(() => assert.throws(fails, { message: /thing/ }));
attempt(() => assert.throws(fails, { message: 'other', code: 1 }));
attempt(() => assert.throws(fails, new TypeError('wrong thing')));
attempt(() => assert.throws(fails, new TypeError('other thing')));
attempt(() => assert.throws(fails, (error) => error instanceof TypeError));
attempt(() => assert.throws(fails, function check() { return 5; }));
attempt(() => assert.throws(fails, {}));
attempt(() => assert.throws(fails, 'a message'));
attempt(() => assert.throws(fails, 'wrong thing'));
attempt(() => assert.throws(() => {}));
attempt(() => assert.throws(() => {}, TypeError));
attempt(() => assert.throws(() => {}, TypeError, 'expected it'));
attempt(() => assert.throws(() => {}, 'a message'));
attempt(() => assert.throws('text'));
attempt(() => assert.throws(() => { throw 'primitive'; }, { message: 'x' }));
attempt(() => assert.throws(() => { throw 'primitive'; }, Error));
attempt(() => assert.doesNotThrow(() => {}));
attempt(() => assert.doesNotThrow(fails));
attempt(() => assert.doesNotThrow(fails, 'said'));
attempt(() => assert.doesNotThrow(fails, /wrong/, 'said'));
attempt(() => assert.doesNotThrow(fails, RangeError));
(async () => {
  const tell = async (promise) => { try { await promise; console.log('fulfilled'); } catch (error) { console.log(error.name, error.code, error.message); } };
  await tell(assert.rejects(Promise.reject(new Error('no')), /no/));
  await tell(assert.rejects(Promise.resolve(1)));
  await tell(assert.rejects(async () => { throw new TypeError('x'); }, RangeError));
  await tell(assert.rejects(() => 1));
  await tell(assert.rejects(1));
  await tell(assert.doesNotReject(Promise.reject(new Error('no'))));
  await tell(assert.doesNotReject(async () => 1));
})();
