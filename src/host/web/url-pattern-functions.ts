/** What the class URLPattern calls by `%Name(…)`. */
import { type Isolate, JSObject, type Value } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { canonicalInChromium, canonicalInNode } from './url-pattern-canonical.ts';
import { baseOfInit, compilePattern, componentNames, matchInput, type PatternInit } from './url-pattern.ts';

export function installUrlPatternFunctions({ isolate, description }: Host): void {
  const { runtime } = isolate;
  const { hasProcess } = description;
  const canonical = hasProcess ? canonicalInNode : canonicalInChromium;
  /** (input, base): of each component its text, regular expression, names of groups, and whether it has expressions; or what is wrong. */
  runtime.set('CompileUrlPattern', (_isolate, [input, base]) => {
    const components = compilePattern(inputOf(isolate, input), textOf(base), canonical);
    if (typeof components === 'string') return components;
    const { realm } = isolate;
    return realm.newArray(
      components.map(({ text, regexp, names, hasRegExpGroups }) =>
        realm.newArray([text, regexp, realm.newArray([...names]), hasRegExpGroups]),
      ),
    );
  });
  /** (input, base): the texts that the components are held against; undefined: there is no match. */
  runtime.set('UrlPatternInput', (_isolate, [input, base]) => {
    const texts = matchInput(inputOf(isolate, input), textOf(base), canonical, hasProcess);
    return texts && isolate.realm.newArray(texts);
  });
  runtime.set('UrlPatternBaseProblem', (_isolate, [base]) => baseOfInit(String(base)));
}

/** A text, or a list: the members of a URLPatternInit in their order, and the base. */
function inputOf(isolate: Isolate, input: Value): string | PatternInit {
  if (!(input instanceof JSObject)) {
    const text = String(input);
    isolate.meter.work(text.length);
    return text;
  }
  const init: PatternInit = {};
  for (const [index, name] of [...componentNames, 'baseURL' as const].entries()) {
    const value = textOf(input.elements[index] as Value);
    isolate.meter.work(value?.length ?? 0);
    if (value !== undefined) init[name] = value;
  }
  return init;
}

function textOf(value: Value): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
