/** Findings as code scanning reads them. SARIF 2.1.0 (OASIS). */
import { hazards } from '../../hazards/registry.ts';
import type { Severity } from '../../protocol/findings.ts';
import { lineAndColumnAt } from '../line-and-column.ts';
import { version } from '../version.ts';
import { entryOf } from './baseline.ts';
import type { LintedFile, PlacedFinding } from './lint.ts';

const levels: { readonly [Name in Severity]: string } = { hint: 'note', information: 'note', warning: 'warning' };

export function sarifOf(files: readonly LintedFile[], hasBaseline: boolean): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Underhood',
            semanticVersion: version,
            rules: hazards.map(({ id, title, docs }) => ({
              id,
              shortDescription: { text: title },
              fullDescription: { text: plain(docs) },
              help: { text: plain(docs), markdown: docs },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((linted) => linted.findings.map((finding) => resultOf(linted, finding, hasBaseline))),
      },
    ],
  };
}

function resultOf(linted: LintedFile, finding: PlacedFinding, hasBaseline: boolean): object {
  const { hazard, severity, message, hover, line, column, endLine, endColumn, related, fixes, isKnown } = finding;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: hazard,
    ruleIndex: hazards.findIndex(({ id }) => id === hazard),
    level: levels[severity],
    message: { text: message, markdown: hover },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(linted) }, region } }],
    relatedLocations: related.map((place, id) => ({
      id,
      message: { text: place.message },
      physicalLocation: { artifactLocation: { uri: uriOf(linted) }, region: regionOf(linted, place) },
    })),
    partialFingerprints: { 'underhood/v1': JSON.stringify(Object.values(entryOf(linted, finding))) },
    ...(hasBaseline ? { baselineState: isKnown ? 'unchanged' : 'new' } : {}),
    fixes: fixes.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation: { uri: uriOf(linted) },
          replacements: edits.map((edit) => ({
            deletedRegion: regionOf(linted, edit),
            insertedContent: { text: edit.text },
          })),
        },
      ],
    })),
  };
}

function regionOf({ source }: LintedFile, place: { readonly start: number; readonly end: number }): object {
  const start = lineAndColumnAt(source, place.start);
  const end = lineAndColumnAt(source, place.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Relative where it was named so: whoever shows the results has the files elsewhere. */
function uriOf({ file }: LintedFile): string {
  return encodeURI(file);
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '').replaceAll(/\s+/g, ' ');
}
