/** Which files a run takes from the checkout. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folders = ['test/language', 'test/built-ins'];

/** The checkout that TEST262_DIR names. */
export function suiteRoot(): string | undefined {
  const root = process.env['TEST262_DIR'];
  return root !== undefined && root !== '' && existsSync(path.join(root, 'harness')) ? root : undefined;
}

/** Paths relative to the checkout, sorted. Files named _FIXTURE are parts of other tests. */
export function listTests(root: string, prefixes: readonly string[] = []): string[] {
  const files: string[] = [];
  for (const folder of folders) {
    for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const file = `${folder}/${name.replaceAll(path.sep, '/')}`;
      if (!file.endsWith('.js') || file.includes('_FIXTURE')) continue;
      if (prefixes.length === 0 || prefixes.some((prefix) => file.startsWith(`test/${prefix}`))) files.push(file);
    }
  }
  return files.sort();
}

export function spread(files: readonly string[], count: number): string[] {
  const stride = Math.max(1, files.length / count);
  const chosen: string[] = [];
  for (let at = 0; at < files.length; at += stride) chosen.push(files[Math.floor(at)]!);
  return chosen;
}
