/** The YAML block at the head of a test. test262: INTERPRETING.md. Simplified: reads the few shapes of YAML that test262 uses. */

export interface Frontmatter {
  readonly flags: ReadonlySet<string>;
  readonly includes: readonly string[];
  readonly features: readonly string[];
  readonly negative: { readonly phase: string; readonly type: string } | undefined;
}

export function readFrontmatter(source: string): Frontmatter {
  const text = /\/\*---([\s\S]*?)---\*\//.exec(source)?.[1]?.replaceAll('\r', '\n') ?? '';
  const phase = field(/^\s+phase:\s*(\S+)/m, text);
  const type = field(/^\s+type:\s*(\S+)/m, text);
  return {
    flags: new Set(listOf(text, 'flags')),
    includes: listOf(text, 'includes'),
    features: listOf(text, 'features'),
    negative: /^negative:/m.test(text) && phase !== undefined && type !== undefined ? { phase, type } : undefined,
  };
}

function field(pattern: RegExp, text: string): string | undefined {
  return pattern.exec(text)?.[1];
}

/** `key: [a, b]`, which may go over several lines, or one `- a` per line. */
function listOf(text: string, key: string): string[] {
  const inline = new RegExp(`^${key}:\\s*\\[([^\\]]*)\\]`, 'm').exec(text);
  if (inline !== null) return splitList(inline[1]!.replaceAll(/#.*$/gm, ''), ',');
  const block = new RegExp(`^${key}:\\s*\\n((?:\\s+-.*\\n?|\\s*\\n)*)`, 'm').exec(text);
  if (block === null) return [];
  return splitList(block[1]!, '\n').map((line) => line.replace(/^-\s*/, '').trim());
}

function splitList(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
