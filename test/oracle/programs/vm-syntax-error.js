// vm: a syntax error, on a line that an offset has moved.
new (require('vm').Script)('\n\nlet y = ;', { filename: 'bad.js', lineOffset: 2 });
