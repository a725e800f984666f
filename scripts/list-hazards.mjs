// Writes the hazards that there are into package.json, where the settings of each are described: node scripts/list-hazards.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mythsId } from '../src/hazards/myths/myths.ts';
import { hazards } from '../src/hazards/registry.ts';
import { root } from './process.mjs';

const file = path.join(root, 'package.json');
const manifest = JSON.parse(readFileSync(file, 'utf8'));
const levels = ['default', 'off', 'hint', 'information', 'warning'];
const rules = [
  ...hazards.map(({ id, title }) => ({ id, enum: levels, default: 'default', description: title })),
  {
    id: mythsId,
    enum: ['default', 'off'],
    default: 'default',
    description: 'What is free, where people expect a warning',
  },
].sort((one, other) => (one.id < other.id ? -1 : 1));
for (const { properties } of [manifest.contributes.configuration].flat()) {
  const setting = properties['underhood.hazards.rules'];
  if (setting !== undefined) setting.properties = Object.fromEntries(rules.map(({ id, ...schema }) => [id, schema]));
}
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
