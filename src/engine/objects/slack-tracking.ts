/**
 * The first constructions find out how many slots a function's instances use; what is left over is given up then, by all that
 * are there already, too. V8: src/objects/map.cc (InobjectSlackTrackingStep), MapUpdater::CompleteInobjectSlackTracking.
 */
import type { HiddenClass } from './hidden-class.ts';
import { wordBytes } from './instance-size.ts';

/** V8: Map::kSlackTrackingCounterStart: so many constructions. */
const countedConstructions = 7;

export function startSlackTracking(map: HiddenClass): void {
  if (map.unusedPropertyFields > 0) map.constructionCounter = countedConstructions;
}

/** At each construction while the counter is not 0. */
export function slackTrackingStep(map: HiddenClass): void {
  map.constructionCounter--;
  if (map.constructionCounter === 0) completeSlackTracking(map);
}

export function completeSlackTracking(initial: HiddenClass): void {
  const tree: HiddenClass[] = [];
  const backlog = [initial];
  for (let map = backlog.pop(); map !== undefined; map = backlog.pop()) {
    tree.push(map);
    map.forEachTransition((next) => backlog.push(next));
  }
  const slack = Math.min(...tree.map((map) => map.unusedPropertyFields));
  for (const map of tree) {
    map.constructionCounter = 0;
    if (map.isDictionary) continue;
    map.inObjectProperties -= slack;
    map.instanceBytes -= slack * wordBytes;
    map.unusedPropertyFields -= slack;
  }
}
