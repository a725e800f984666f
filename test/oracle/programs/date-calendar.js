// Dates, in ways that do not depend on the time zone.
const utc = (...args) => new Date(Date.UTC(...args));
console.log(utc(2024, 1, 29).toISOString(), utc(2024, 0, 31, 25, 61, 61).toISOString(), utc(99, 0).getUTCFullYear(), utc(2024, -1, 0).toISOString());
console.log(utc(2024, 11, 25, 10, 30).toUTCString(), utc(-1, 0).toISOString(), utc(12345, 0).toISOString(), new Date(8.64e15).toISOString(), new Date(8.64e15 + 1).getTime());
const local = new Date(2024, 4, 17, 13, 45, 30, 123);
console.log(local.getFullYear(), local.getMonth(), local.getDate(), local.getDay(), local.getHours(), local.getMinutes(), local.getSeconds(), local.getMilliseconds());
local.setMonth(13, 31); console.log(local.getFullYear(), local.getMonth(), local.getDate());
local.setHours(25, 61); console.log(local.getDate(), local.getHours(), local.getMinutes(), local.setDate(0) === local.getTime());
local.setFullYear(2023, 1, 29); console.log(local.getMonth(), local.getDate(), new Date(NaN).setFullYear(2020) > 0, new Date(NaN).setMonth(1), new Date(NaN).getDay());
for (const text of ['2024-02-29', '2024-02-29T10:20:30Z', '2024-02-29T10:20:30.5+02:00', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Dec 25, 1995 13:30 GMT', '25 December 1995 1:30 pm UTC', 'Mon Jan 02 2006 15:04:05 GMT-0700 (MST)', 'not a date', '2024-13-01', '2024-02-30T00:00Z', '2024-01-01T24:00:00Z', '2024-01-01T25:00:00Z', '+012024-01-01', '']) {
  console.log(JSON.stringify(text), Date.parse(text));
}
const d = utc(2020, 5, 15, 12);
console.log(d.toJSON(), JSON.stringify({ d }), d.valueOf(), +d, d - utc(2020, 5, 14, 12), d > utc(2019, 1), typeof (d + 1), d[Symbol.toPrimitive]('number'));
console.log(typeof Date(), new Date(d).getTime() === d.getTime(), new Date('2020').getTime(), new Date(2020).getTime(), new Date(null).getTime(), new Date(undefined).getTime(), new Date(true).getTime());
console.log(new Date(2020, 0).getTime() === new Date(2020, 0, 1, 0, 0, 0, 0).getTime(), Date.length, Date.UTC.length, Date.name, new Date(2019, 0, 31).getTimezoneOffset() === new Date(2019, 0, 31).getTimezoneOffset());
console.log(d.toLocaleDateString('en-US', { timeZone: 'UTC' }), d.toLocaleTimeString('en-US', { timeZone: 'UTC' }), d.toLocaleString('de-DE', { timeZone: 'UTC', dateStyle: 'full' }), d.toLocaleDateString('en-GB', { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }));
for (const action of [() => new Date(NaN).toISOString(), () => Date.prototype.getTime.call({}), () => Date.prototype.toString.call(1), () => d[Symbol.toPrimitive]('x'), () => new Date(Symbol()), () => new Date(1n), () => `${new Date(NaN)}`, () => new Date(NaN).toJSON(), () => d.toLocaleString('xx-invalid-locale-tag-too-long')]) {
  try { console.log(action()); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
class Stamp extends Date { get year() { return this.getUTCFullYear(); } }
console.log(new Stamp(0).year, new Stamp(0) instanceof Date, Object.prototype.toString.call(new Stamp()), [1, 2].map(() => new Date(0).getTime()));
const start = Date.now(); let n = 0; while (n < 1000) n++; console.log(Date.now() - start >= 0, Number.isInteger(start));
