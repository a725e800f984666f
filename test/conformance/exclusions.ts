/**
 * What the two figures leave out, each with its reason; the runner prints the counts. Left out are proposals that neither
 * stand in ES2025 nor run in Node 24, and what has no place in this simulation. Everything else counts, failing or not.
 */
import type { Frontmatter } from './frontmatter.ts';

export const excludedFeatures: Readonly<Record<string, string>> = {
  'legacy-regexp': 'proposal: legacy RegExp features',
  ShadowRealm: 'proposal: ShadowRealm',
  decorators: 'proposal: decorators',
  'source-phase-imports': 'proposal: source phase imports',
  'source-phase-imports-module-source': 'proposal: source phase imports',
  'import-defer': 'proposal: deferred import evaluation',
  'export-defer': 'proposal: deferred re-exports',
  'import-text': 'proposal: import text',
  'import-bytes': 'proposal: import bytes',
  'immutable-arraybuffer': 'proposal: immutable ArrayBuffer',
  'nonextensible-applies-to-private': 'proposal: nonextensible applies to private',
  'await-dictionary': 'proposal: await dictionary',
  'error-stack-accessor': 'proposal: error stack accessor',
  'Iterator.prototype.join': 'proposal: iterator join',
  'iterator-chunking': 'after ES2025: iterator chunking',
  'iterator-includes': 'after ES2025: iterator includes',
  'iterator-sequencing': 'after ES2025: Iterator.concat',
  'joint-iteration': 'after ES2025: Iterator.zip',
  'Math.sumPrecise': 'after ES2025: Math.sumPrecise',
  'uint8array-base64': 'after ES2025: base64 of Uint8Array',
  upsert: 'after ES2025: Map.prototype.getOrInsert',
  'Atomics.pause': 'after ES2025: Atomics.pause',
  Temporal: 'Temporal',
  'Intl-enumeration': 'Intl402',
  'canonical-tz': 'Intl402',
  IsHTMLDDA: 'host object document.all, which neither Node nor the simulated browser has',
  'tail-call-optimization': 'proper tail calls, which no V8 has',
  'host-gc-required': 'needs a collector that the host can call',
};

const excludedDirectories: Readonly<Record<string, string>> = {
  'test/built-ins/Temporal/': 'Temporal',
  'test/built-ins/ShadowRealm/': 'proposal: ShadowRealm',
  'test/built-ins/AbstractModuleSource/': 'proposal: source phase imports',
};

/** Why a test does not count; undefined for one that does. */
export function exclusionOf(file: string, { flags, features, includes }: Frontmatter): string | undefined {
  for (const [directory, reason] of Object.entries(excludedDirectories)) if (file.startsWith(directory)) return reason;
  for (const feature of features) {
    const reason =
      (Object.hasOwn(excludedFeatures, feature) ? excludedFeatures[feature] : undefined) ??
      (feature.startsWith('Intl.') ? 'Intl402' : undefined);
    if (reason !== undefined) return reason;
  }
  if (flags.has('CanBlockIsFalse') || flags.has('CanBlockIsTrue') || includes.includes('atomicsHelper.js')) {
    return 'Atomics with several agents';
  }
  return undefined;
}
