// Libraries that run as code of the simulated program are kept as made from their packages.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');

describe('guest libraries', () => {
  it('are in step with their packages', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/guest-libraries.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });
});
