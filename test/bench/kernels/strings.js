// Building strings piece by piece, and reading them character by character.
export function run(iterations, done) {
  let text = '';
  const parts = [];
  for (let i = 0; i < iterations; i++) {
    text += 'ab'.charAt(i & 1);
    if (i % 10 === 0) text += i;
    if (i % 20 === 0) parts.push('item ' + i);
  }
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) | 0;
  done(hash + parts.join(',').split(',').length);
}
