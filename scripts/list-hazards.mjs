// Writes the hazards that there are into package.json, where the settings of each are described: node scripts/list-hazards.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hazards } from '../src/hazards/registry.ts';
import { root } from './process.mjs';

const file = path.join(root, 'package.json');
const manifest = JSON.parse(readFileSync(file, 'utf8'));
const levels = ['default', 'off', 'hint', 'information', 'warning'];
const sorted = hazards.toSorted((one, other) => (one.id < other.id ? -1 : 1));
for (const { properties } of [manifest.contributes.configuration].flat()) {
  const rules = properties['underhood.hazards.rules'];
  if (rules === undefined) continue;
  rules.properties = Object.fromEntries(
    sorted.map(({ id, title }) => [id, { enum: levels, default: 'default', description: title }]),
  );
}
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
