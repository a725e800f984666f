// Columns of texts in lists and tables: wide, emoji, flags, families, combining marks, control characters.
const texts = ['☀️ ', '🌤 ', 'é', 'e\u0301', '한', '\u1160', '👨‍👩‍👧', '©', 'Ａ', 'ﾊ', '♥️', '\u200b', '\u00ad', '🏳️‍🌈', '👍🏽', '🇩🇪', '〪', '\uFE20'];
for (const text of texts) console.log([text, 'ab', text, 'abcd', text, text, 'a', text]);
console.log(texts);
console.table(texts.map((text) => ({ text, length: text.length })));
console.table(['\u0007bell', '宽', '\tx']);
