import assert from 'node:assert/strict';
import { installBuiltins } from '../../../src/engine/builtins/bootstrap.ts';
import { localString } from '../../../src/engine/builtins/date-format.ts';
import { parseDate } from '../../../src/engine/builtins/date-parse.ts';
import { fromLocal, offsetAt } from '../../../src/engine/builtins/date-time-zone.ts';
import { Isolate } from '../../../src/engine/execution/isolate.ts';

const hour = 3600000;

function isolateIn(timeZone: string): Isolate {
  const options = { seed: 1, now: () => 0, timeZone, locale: 'en-US', statements: false, maxSteps: 1000 };
  return new Isolate(options, installBuiltins);
}

describe('local time', () => {
  it('is that of the environment, not of the host', () => {
    const berlin = isolateIn('Europe/Berlin');
    const tokyo = isolateIn('Asia/Tokyo');
    assert.equal(
      localString(berlin, 0, 'date and time'),
      'Thu Jan 01 1970 01:00:00 GMT+0100 (Central European Standard Time)',
    );
    assert.equal(localString(tokyo, 0, 'time'), '09:00:00 GMT+0900 (Japan Standard Time)');
    assert.equal(parseDate(berlin, '2024-07-01T12:00'), Date.UTC(2024, 6, 1, 10));
    assert.equal(parseDate(tokyo, '2024-07-01 12:00'), Date.UTC(2024, 6, 1, 3));
    assert.equal(parseDate(tokyo, '2024-07-01'), Date.UTC(2024, 6, 1), 'a date without a time is UTC');
  });

  it('skips the hour that summer time takes, and takes the first of the two it gives back', () => {
    const berlin = isolateIn('Europe/Berlin');
    const gap = Date.UTC(2024, 2, 31, 2, 30);
    assert.equal(fromLocal(berlin, gap), Date.UTC(2024, 2, 31, 1, 30));
    const twice = Date.UTC(2024, 9, 27, 2, 30);
    assert.equal(fromLocal(berlin, twice), Date.UTC(2024, 9, 27, 0, 30));
    assert.equal(offsetAt(berlin, Date.UTC(2024, 9, 27, 0, 59)), 2 * hour);
    assert.equal(offsetAt(berlin, Date.UTC(2024, 9, 27, 1)), hour);
  });

  it('knows offsets of half and quarter hours', () => {
    assert.equal(offsetAt(isolateIn('Asia/Kolkata'), 0), 5.5 * hour);
    assert.equal(offsetAt(isolateIn('Asia/Kathmandu'), Date.UTC(2024, 0)), 5.75 * hour);
    const lordHowe = isolateIn('Australia/Lord_Howe');
    assert.equal(offsetAt(lordHowe, Date.UTC(2024, 0)) - offsetAt(lordHowe, Date.UTC(2024, 6)), hour / 2);
  });
});
