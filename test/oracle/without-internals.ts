/** A program's output without what only Node's own code explains: its stack frames, its excerpts of itself, its version. */
export function withoutInternals(text: string): string {
  return (
    text
      // The excerpt of Node's source that stands above some errors; above what is no error there may be no source at all.
      .replace(/^node:[^\n]*:\d+\n[^\n]*\n *\^\n\n/gm, '')
      .replace(/^\n(?:node:[^\n]*:\d+\n[^\n]*\n *\^|<anonymous_script>:0\n)\n/gm, '')
      // What follows the last frame (`{` of the error's own properties, another value) moves up to the line before.
      .replace(/\n {4,}at [^\n]*?\(?node:[^\n]*?:\d+:\d+\)?/g, '')
      .replace(/\n {4,}\[\.\.\. lines matching original stack trace \.\.\.\]/g, '')
      .replace(/\n {4,}\.\.\. \d+ lines matching cause stack trace \.\.\./g, '')
      // How long a test took, behind its name, and all of them together.
      .replace(/^( *[✔✖﹣⚠] .*) \(\d+(?:\.\d+)?ms\)/gm, '$1 (0ms)')
      .replace(/^(ℹ duration_ms) \d+(?:\.\d+)?$/gm, '$1 0')
      // The process's number in front of a warning.
      .replace(/^\(node:\d+\) /gm, '(node:1) ')
      .replace(/\n\nNode\.js v\d+\.\d+\.\d+\n$/, '\n')
  );
}
