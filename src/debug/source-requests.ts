/** The texts of the run: which there are, and what stands in those that are in no file. */
import { DebugError } from './debug-error.ts';
import type { Handler } from './requests.ts';

export const source: Handler<'source'> = (session, asked) => {
  const script = session.sources.scriptOf(asked.source ?? { sourceReference: asked.sourceReference });
  const content = script === undefined ? undefined : session.program.sourceOf(script);
  if (content === undefined) throw new DebugError('The text of this source is not known');
  return { content, mimeType: 'text/javascript' };
};

export const loadedSources: Handler<'loadedSources'> = (session) => ({
  sources: session.program.scripts.flatMap((_script, index) => session.sources.sourceOf(index) ?? []),
});

export const locations: Handler<'locations'> = (session, { locationReference }) => {
  const location = session.sources.locationAt(session.references.place(locationReference));
  if (location === undefined) throw new DebugError('The text of this place is not known');
  return location;
};
