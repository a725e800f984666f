/** Hazards about what stays in memory. */
import type { Hazard } from '../define-hazard.ts';
import { detachedNodeHazard } from './detached-node.ts';
import { growingCollectionHazard } from './growing-collection.ts';
import { sharedContextHazard } from './shared-context.ts';
import { unboundedCacheHazard } from './unbounded-cache.ts';

export const memoryHazards: readonly Hazard[] = [
  growingCollectionHazard,
  unboundedCacheHazard,
  sharedContextHazard,
  detachedNodeHazard,
];
