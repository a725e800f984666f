// Intl.DurationFormat: what it prints, reads, and refuses.
const duration = { years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6, seconds: 7, milliseconds: 8, microseconds: 9, nanoseconds: 10 };
console.log(new Intl.DurationFormat('en').format({ hours: 1, minutes: 2 }));
for (const locale of ['en', 'de', 'fr', 'ja', 'ar']) {
  for (const style of ['long', 'short', 'narrow', 'digital']) {
    console.log(locale, style, new Intl.DurationFormat(locale, { style }).format(duration));
  }
}
console.log(new Intl.DurationFormat('en', { style: 'digital' }).formatToParts({ hours: 1, minutes: 2, seconds: 3, milliseconds: 40 }));
console.log(new Intl.DurationFormat('en').resolvedOptions());
console.log(new Intl.DurationFormat(['de', 'en'], { style: 'digital', fractionalDigits: 3, hoursDisplay: 'always' }).resolvedOptions());
console.log(new Intl.DurationFormat('en', { hours: 'numeric', minutes: '2-digit', seconds: '2-digit' }).format({ hours: -1, minutes: -2 }));
console.log(new Intl.DurationFormat('en', { fractionalDigits: 2, seconds: 'numeric' }).format({ seconds: 1, milliseconds: 999 }));
console.log(Object.getOwnPropertyNames(Intl.DurationFormat.prototype).join(), Object.getOwnPropertyNames(Intl.DurationFormat).join());
console.log(Object.keys(Object.getOwnPropertyDescriptors(Intl)).join());
console.log(Intl.DurationFormat.name, Intl.DurationFormat.length, Intl.DurationFormat.prototype.format.length, Intl.DurationFormat.prototype.formatToParts.length);
console.log(Intl.DurationFormat.supportedLocalesOf(['en', 'de']), String(new Intl.DurationFormat('en')), new Intl.DurationFormat('en'));
class Own extends Intl.DurationFormat {}
console.log(new Own('en').format({ days: 2 }), new Own('en') instanceof Intl.DurationFormat);
const spy = (target, name) =>
  new Proxy(target, {
    get(object, key) {
      console.log(name, key);
      return object[key];
    },
  });
const format = new Intl.DurationFormat('en', spy({ style: 'narrow' }, 'option'));
console.log(format.format(spy({ hours: { valueOf: () => (console.log('valueOf'), 3) }, days: '4' }, 'duration')));
console.log(format.format(spy({ minutes: -0 }, 'duration')), format.formatToParts({ minutes: 0, seconds: 1 }));
const attempts = {
  call: () => Intl.DurationFormat(),
  nothing: () => format.format(),
  null: () => format.format(null),
  number: () => format.format(5),
  symbol: () => format.format(Symbol('s')),
  fraction: () => format.format({ hours: 1.5 }),
  infinite: () => format.format({ hours: Infinity }),
  nan: () => format.format({ hours: NaN }),
  words: () => format.format({ hours: 'many' }),
  text: () => format.format('PT1H'),
  boolean: () => format.format(true),
  bigint: () => format.format({ hours: 1n }),
  mixed: () => format.format({ hours: 1, minutes: -1 }),
  empty: () => format.format({}),
  huge: () => format.format({ years: 2 ** 32 }),
  receiver: () => Intl.DurationFormat.prototype.format.call({}, { hours: 1 }),
  style: () => new Intl.DurationFormat('en', { style: 'tiny' }),
  conflict: () => new Intl.DurationFormat('en', { hours: 'numeric', minutes: 'long' }),
  options: () => new Intl.DurationFormat('en', null),
  primitive: () => new Intl.DurationFormat('en', 5),
  locale: () => new Intl.DurationFormat('x_y'),
  digits: () => new Intl.DurationFormat('en', { fractionalDigits: 10 }),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    console.log(name, attempt());
  } catch (error) {
    console.log(name, error.name, error.message.replace(/ \.\.\/.*/, ''));
  }
}
