/**
 * Node's modules that are written in JavaScript here: one function expression each, which gets `require` (of these modules)
 * and the global object, and returns the exports. They may call what runtime-functions.ts and node/natives.ts define by
 * `%Name(…)`. Node: lib/.
 */
import { eventFiringSource } from '../dom/event-firing-source.ts';
import { abortSource } from '../events/abort-source.ts';
import { eventClassesSource } from '../events/event-classes-source.ts';
import { eventTargetSource } from '../events/event-target-source.ts';
import { windowSource } from '../events/window-source.ts';
import { messagingSource } from '../messages/messaging-source.ts';
import { nodeEventTargetSource } from '../messages/node-event-target-source.ts';
import { schedulerSource } from '../messages/scheduler-source.ts';
import { userEventsSource } from '../events/user-events-source.ts';
import { workerThreadsSource } from '../agents/worker-threads-source.ts';
import { workerSource } from '../agents/worker-source.ts';
import { workerScopeSource } from '../agents/worker-scope-source.ts';
import { eventsSource } from '../events-source.ts';
import { nodeSources } from '../node/sources.ts';
import { rejectionErrorSource, warningSource } from '../warning-source.ts';
import { reactSources } from './react-source.ts';
import { webModuleSources } from '../web/web-modules.ts';
import { streamingSource } from '../webassembly/streaming-source.ts';

export const moduleSources: Readonly<Record<string, string>> = {
  ...reactSources,
  ...webModuleSources,
  'internal/webassembly': streamingSource,
  ...nodeSources,
  events: eventsSource,
  'internal/event_firing': eventFiringSource,
  'internal/event_target': eventTargetSource,
  'internal/event_classes': eventClassesSource,
  'internal/abort_controller': abortSource,
  'internal/window': windowSource,
  'internal/messaging': messagingSource,
  'internal/node_event_target': nodeEventTargetSource,
  'internal/scheduler': schedulerSource,
  'internal/user_events': userEventsSource,
  'internal/worker': workerSource,
  'internal/worker_scope': workerScopeSource,
  worker_threads: workerThreadsSource,
  'internal/process/rejection_error': rejectionErrorSource,
  'internal/process/warning': warningSource,
};
