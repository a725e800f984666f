/**
 * In which language a file is written: decided here for the whole house, by the file's name, unless an editor says otherwise.
 * TypeScript: getScriptKindFromFileName.
 */
export type SourceLanguage = 'javascript' | 'jsx' | 'typescript' | 'tsx';

const byExtension: Readonly<Record<string, SourceLanguage>> = {
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.cjs': 'javascript',
  '.jsx': 'jsx',
  '.ts': 'typescript',
  '.mts': 'typescript',
  '.cts': 'typescript',
  '.tsx': 'tsx',
};

/** VS Code's language identifiers. */
const byIdentifier: Readonly<Record<string, SourceLanguage>> = {
  javascript: 'javascript',
  javascriptreact: 'jsx',
  typescript: 'typescript',
  typescriptreact: 'tsx',
};

/** `identifier`: what the editor takes the file for; it counts where the name says nothing, and for JSX in a `.js` file. */
export function sourceLanguageOf(fileName: string, identifier?: string): SourceLanguage {
  const named = byExtension[/\.[^./\\]+$/.exec(fileName)?.[0].toLowerCase() ?? ''];
  const identified = identifier === undefined ? undefined : byIdentifier[identifier];
  if (named === undefined || named === 'javascript') return identified ?? named ?? 'javascript';
  return named;
}

export function isTypeScript(language: SourceLanguage): boolean {
  return language === 'typescript' || language === 'tsx';
}
