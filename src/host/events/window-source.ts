/**
 * Events that a browser itself fires at the window, in JavaScript: what builtin-module-sources.ts says of such sources holds here.
 * HTML: report an exception, notify about rejected promises; WindowEventHandlers.
 */
import { handlerNames as windowHandlers } from '../dom/handler-names.ts';

export const windowSource = `function (require, global) {
  const base = require('internal/event_target');
  const { ErrorEvent, PromiseRejectionEvent } = require('internal/event_classes');
  const handlers = {};
  const names = ${JSON.stringify(windowHandlers)};
  for (let i = 0; i < names.length; i++) base.handlers.define(handlers, names[i]);
  return {
    handlers,
    /** False: somebody has said that it is dealt with. */
    fireError(message, filename, lineno, colno, error) {
      return base.fire(global, new ErrorEvent('error', { message, filename, lineno, colno, error, cancelable: true }));
    },
    fireRejection(type, promise, reason) {
      return base.fire(global, new PromiseRejectionEvent(type, { promise, reason, cancelable: type === 'unhandledrejection' }));
    },
  };
}`;
