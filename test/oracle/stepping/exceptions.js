function fail(message) {
  throw new Error(message);
}
function safe(message) {
  try {
    fail(message);
  } catch (error) {
    return error.message;
  } finally {
    message = '';
  }
}
let text = safe('one');
try {
  text = 'before';
  fail('two');
  text = 'never';
} catch {
  text = 'caught';
} finally {
  text += '!';
}
function last() {
  try {
    return text;
  } finally {
    text = 'done';
  }
}
last();
text = '';
