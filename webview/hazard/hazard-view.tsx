/** The page about a hazard: what it is, then both versions with what their runs show. */
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import type { JSX } from 'preact';
import type { VersionFacts, VersionOutcome } from '../../src/protocol/explanation.ts';
import { underlined } from './underlined.ts';
import type { HazardStore, Side } from './store.ts';

export function HazardView({ store }: { readonly store: HazardStore }): JSX.Element {
  const explanation = store.explanation.value;
  const failure = store.failure.value;
  if (explanation === undefined)
    return <main class="hazard">{failure === undefined ? <p>…</p> : <Failure store={store} />}</main>;
  const { title, docs, before, after } = explanation;
  return (
    <main class="hazard">
      <h1>{title}</h1>
      <Markdown text={docs} />
      <p class="note">Both versions run in Underhood’s simulated engine. Change one, and it runs again.</p>
      {failure !== undefined && <Failure store={store} />}
      <div class={store.isStale.value ? 'versions stale' : 'versions'}>
        <Version store={store} side="before" title="Before" outcome={before} other={after} />
        <Version store={store} side="after" title="After" outcome={after} other={before} />
      </div>
    </main>
  );
}

function Failure({ store }: { readonly store: HazardStore }): JSX.Element {
  return (
    <p class="problem" role="alert">
      {store.failure.value}{' '}
      <button type="button" class="link" onClick={() => store.retry()}>
        Run again
      </button>
    </p>
  );
}

interface VersionProps {
  readonly store: HazardStore;
  readonly side: Side;
  readonly title: string;
  readonly outcome: VersionOutcome;
  readonly other: VersionOutcome;
}

function Version({ store, side, title, outcome, other }: VersionProps): JSX.Element {
  const source = store.drafts[side].value;
  const { findings, facts, problem, console: printed } = outcome;
  return (
    <section aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button type="button" class="link" onClick={() => store.open(side)}>
          Open as a file
        </button>
      </header>
      <div class="code">
        {/* The same text twice: below with underlines, above to be edited. */}
        <pre aria-hidden="true">
          {underlined(source, source === outcome.source ? findings : []).map(({ text, severity }) =>
            severity === undefined ? text : <mark class={severity}>{text}</mark>,
          )}
          {'\n'}
        </pre>
        <textarea
          aria-label={`${title}: source`}
          spellcheck={false}
          value={source}
          onInput={({ currentTarget }) => store.edit(side, currentTarget.value)}
        />
      </div>
      {problem !== undefined && <p class="problem">{problem}</p>}
      <table>
        <tbody>
          {factRows.map(([name, label]) => (
            <tr key={name} class={facts[name] > other.facts[name] ? 'more' : ''}>
              <th scope="row">{label}</th>
              <td>{facts[name].toLocaleString('en-US')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {printed.join('') !== '' && (
        <>
          <h3>Console</h3>
          <pre class="printed">{printed.join('\n').trimEnd()}</pre>
        </>
      )}
      {findings.length === 0 ? (
        <p class="note">Nothing is found here.</p>
      ) : (
        findings.map((finding) => (
          <article key={`${finding.start}`}>
            <p>
              <strong>{finding.message}</strong>
            </p>
            <Markdown text={finding.hover} />
          </article>
        ))
      )}
    </section>
  );
}

const factRows: readonly (readonly [keyof VersionFacts, string])[] = [
  ['bytecodes', 'Bytecodes that ran'],
  ['polymorphicSites', 'Polymorphic accesses'],
  ['megamorphicSites', 'Megamorphic accesses'],
  ['deoptimizations', 'Deoptimisations'],
  ['dictionaries', 'Objects turned into dictionaries'],
  ['virtualMs', 'Virtual milliseconds'],
];

/** Markup in the text comes out as text: micromark makes HTML of Markdown only. */
function Markdown({ text }: { readonly text: string }): JSX.Element {
  const html = micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });
  return <div class="markdown" dangerouslySetInnerHTML={{ __html: html }} />;
}
