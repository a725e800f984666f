// Dates from fixed times: parsing, fields, overflow, formatting, invalid dates. Nothing asks what time it is now.
const d = new Date(Date.UTC(2024, 1, 29, 12, 34, 56, 789));
console.log(d, d.toISOString(), d.toJSON(), d.getTime(), d.getUTCDay(), d.getTimezoneOffset());
console.log(String(d), '|', d.toDateString(), '|', d.toTimeString(), '|', d.toUTCString());
console.log(new Date(2024, 0, 31).getDate(), new Date(2024, 1, 30).toISOString(), new Date(2023, 12, 1).getMonth(), new Date(2024, 0, 0).getDate(), new Date(2024, 0, 1, -1).getHours(), new Date(99, 0).getFullYear(), new Date(100, 0).getFullYear());
d.setUTCMonth(0);
console.log(d.toISOString(), d.setUTCDate(31), d.setUTCMonth(1), d.toISOString());
d.setFullYear(2023, 5, 15); d.setHours(1, 2, 3, 4);
console.log(d.toISOString(), d.setMilliseconds(-1), d.toISOString(), d.setMinutes(90), d.toISOString(), d.setTime(0));
for (const text of ['2020-01-01', '2020-01-01T00:00', '2020-01-01T00:00Z', '2020-01-01T00:00:00.5+02:00', '2020-13-01', '2020-02-30', 'January 5, 2021 10:00', '5 Jan 2021', 'Tue, 05 Jan 2021 10:00:00 GMT+0100', '2021/1/5', '+010000-01-01T00:00:00Z', '', 'nonsense', '2020']) {
  const parsed = new Date(text);
  console.log(JSON.stringify(text), Number.isNaN(+parsed) ? 'Invalid' : parsed.toISOString());
}
const invalid = new Date(NaN);
console.log(invalid, String(invalid), invalid.getTime(), invalid.toJSON(), invalid.setMonth(1), JSON.stringify({ invalid }));
try { invalid.toISOString(); } catch (error) { console.log(`${error.name}: ${error.message}`); }
console.log(new Date(8.64e15).toISOString(), new Date(8.64e15 + 1).getTime(), new Date(-1).toISOString(), new Date(-62198755200000).toISOString(), new Date(0.9).getTime(), new Date(-0.9).getTime());
console.log(new Date(5) - new Date(2), new Date(5) > new Date(2), new Date(1) == new Date(1), new Date(1) + 1 === new Date(1).toString() + '1', +new Date(7), new Date(new Date(9)).getTime(), new Date('5').getMonth(), new Date(null).getTime(), new Date(undefined).getTime(), new Date(true).getTime());
console.log(typeof Date(), Date.length, Date.UTC(2020), Date.UTC(2020, 0, 1, 0, 0, 60), Date.parse('1970-01-01T00:00:00.001Z'), Object.prototype.toString.call(new Date(0)), new Date(0)[Symbol.toPrimitive]('number'));
const days = [];
for (let day = new Date(Date.UTC(2024, 1, 27)); day < Date.UTC(2024, 2, 2); day.setUTCDate(day.getUTCDate() + 1)) days.push(day.toISOString().slice(5, 10));
console.log(days.join(' '), [new Date(3), new Date(1), new Date(2)].sort((a, b) => a - b).map(Number), { at: new Date(0), list: [new Date(1e12)] });
const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
console.log([1, 2, 3, 4].map((m) => lastDay(2023, m)), lastDay(2000, 2), lastDay(1900, 2), new Date(2019, 11, 31, 23, 59, 59, 999).getDay());
