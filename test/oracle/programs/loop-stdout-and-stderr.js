// Two streams; write adds no newline and takes a callback.
process.stdout.write('no newline yet');
process.stdout.write(', now\n');
console.error('to stderr');
console.warn('a warning with %d%%', 50);
console.log('%s and %o', 'formatted', [1]);
console.log(process.stdout.write('returns '));
process.stderr.write('raw error\n', () => console.log('written'));
console.group('group');
console.log('indented');
console.group();
console.log('twice\nover two lines');
console.groupEnd();
console.groupEnd();
console.log('back');
console.assert(1 === 2, 'assertion text');
