/** The module 'diagnostics_channel'. Node: lib/diagnostics_channel.js. Simplified: channels are never collected. */
export const diagnosticsChannelSource = String.raw`function (require, global) {
  const { Map, Object, Promise, Symbol } = global;
  const channels = new Map();
  const call = (fn, receiver, args) => %Apply(fn, receiver, args);
  class ActiveChannel {
    subscribe(subscription) {
      %ValidateFunction(subscription, 'subscription');
      this._subscribers = [...this._subscribers, subscription];
    }
    unsubscribe(subscription) {
      const at = this._subscribers.indexOf(subscription);
      if (at === -1) return false;
      this._subscribers = this._subscribers.toSpliced(at, 1);
      becomeInactive(this);
      return true;
    }
    bindStore(store, transform) { this._stores.set(store, transform); }
    unbindStore(store) {
      if (!this._stores.delete(store)) return false;
      becomeInactive(this);
      return true;
    }
    get hasSubscribers() { return true; }
    publish(data) {
      const subscribers = this._subscribers;
      for (let i = 0; i < (subscribers?.length || 0); i++) {
        try {
          const onMessage = subscribers[i];
          onMessage(data, this.name);
        } catch (error) {
          require('process').nextTick(() => { throw error; });
        }
      }
    }
    runStores(data, fn, receiver, ...args) {
      let run = () => {
        this.publish(data);
        return call(fn, receiver, args);
      };
      for (const [store, transform] of this._stores.entries()) {
        const inner = run;
        run = () => {
          let context = data;
          if (transform) {
            try {
              context = transform(data);
            } catch (error) {
              require('process').nextTick(() => { throw error; });
              return inner();
            }
          }
          return store.run(context, inner);
        };
      }
      return run();
    }
  }
  class Channel {
    constructor(name) {
      this._subscribers = undefined;
      this._stores = undefined;
      this.name = name;
      this._index = undefined;
      channels.set(name, this);
    }
    static [Symbol.hasInstance](instance) {
      const prototype = Object.getPrototypeOf(instance);
      return prototype === Channel.prototype || prototype === ActiveChannel.prototype;
    }
    subscribe(subscription) {
      %ValidateFunction(subscription, 'subscription');
      becomeActive(this);
      this.subscribe(subscription);
    }
    unsubscribe() { return false; }
    bindStore(store, transform) {
      becomeActive(this);
      this.bindStore(store, transform);
    }
    unbindStore() { return false; }
    get hasSubscribers() { return false; }
    publish() {}
    runStores(data, fn, receiver, ...args) { return call(fn, receiver, args); }
  }
  function becomeActive(channel) {
    Object.setPrototypeOf(channel, ActiveChannel.prototype);
    channel._subscribers = [];
    channel._stores = new Map();
  }
  function becomeInactive(channel) {
    if (channel._subscribers.length > 0 || channel._stores.size > 0) return;
    Object.setPrototypeOf(channel, Channel.prototype);
    channel._subscribers = undefined;
    channel._stores = undefined;
  }
  function channel(name) {
    const known = channels.get(name);
    if (known) return known;
    if (typeof name !== 'string' && typeof name !== 'symbol') %ThrowInvalidType('channel', 'one of type string or symbol', name);
    return new Channel(name);
  }
  const traceEvents = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];
  class TracingChannel {
    constructor(given) {
      for (let i = 0; i < traceEvents.length; ++i) {
        const name = traceEvents[i];
        let value;
        if (typeof given === 'string') value = channel('tracing:' + given + ':' + name);
        else if (typeof given === 'object' && given !== null) {
          value = given[name];
          if (!(value instanceof Channel)) %ThrowInvalidType('nameOrChannels.' + name, 'an instance of Channel', value);
        } else %ThrowInvalidType('nameOrChannels', 'of type string or an instance of TracingChannel or Object', given);
        Object.defineProperty(this, name, { __proto__: null, value });
      }
    }
    get hasSubscribers() { return traceEvents.some((name) => this[name]?.hasSubscribers); }
    subscribe(handlers) {
      for (let i = 0; i < traceEvents.length; ++i) if (handlers[traceEvents[i]]) this[traceEvents[i]]?.subscribe(handlers[traceEvents[i]]);
    }
    unsubscribe(handlers) {
      let isDone = true;
      for (let i = 0; i < traceEvents.length; ++i)
        if (handlers[traceEvents[i]] && !this[traceEvents[i]]?.unsubscribe(handlers[traceEvents[i]])) isDone = false;
      return isDone;
    }
    traceSync(fn, context = {}, receiver, ...args) {
      if (!this.hasSubscribers) return call(fn, receiver, args);
      const { start, end, error } = this;
      return start.runStores(context, () => {
        try {
          const result = call(fn, receiver, args);
          context.result = result;
          return result;
        } catch (thrown) {
          context.error = thrown;
          error.publish(context);
          throw thrown;
        } finally {
          end.publish(context);
        }
      });
    }
    tracePromise(fn, context = {}, receiver, ...args) {
      if (!this.hasSubscribers) return call(fn, receiver, args);
      const { start, end, asyncStart, asyncEnd, error } = this;
      const settle = () => {
        asyncStart.publish(context);
        asyncEnd.publish(context);
      };
      return start.runStores(context, () => {
        try {
          let promise = call(fn, receiver, args);
          if (!(promise instanceof Promise)) promise = Promise.resolve(promise);
          return promise.then((result) => {
            context.result = result;
            settle();
            return result;
          }, (thrown) => {
            context.error = thrown;
            error.publish(context);
            settle();
            return Promise.reject(thrown);
          });
        } catch (thrown) {
          context.error = thrown;
          error.publish(context);
          throw thrown;
        } finally {
          end.publish(context);
        }
      });
    }
    traceCallback(fn, position = -1, context = {}, receiver, ...args) {
      if (!this.hasSubscribers) return call(fn, receiver, args);
      const { start, end, asyncStart, asyncEnd, error } = this;
      const callback = args.at(position);
      %ValidateFunction(callback, 'callback');
      args.splice(position, 1, function (failure, result) {
        if (failure) {
          context.error = failure;
          error.publish(context);
        } else context.result = result;
        const given = [...arguments];
        asyncStart.runStores(context, () => {
          try {
            return call(callback, this, given);
          } finally {
            asyncEnd.publish(context);
          }
        });
      });
      return start.runStores(context, () => {
        try {
          return call(fn, receiver, args);
        } catch (thrown) {
          context.error = thrown;
          error.publish(context);
          throw thrown;
        } finally {
          end.publish(context);
        }
      });
    }
  }
  return {
    channel,
    hasSubscribers(name) { return channels.has(name) && channels.get(name).hasSubscribers; },
    subscribe(name, subscription) { return channel(name).subscribe(subscription); },
    tracingChannel(given) { return new TracingChannel(given); },
    unsubscribe(name, subscription) { return channel(name).unsubscribe(subscription); },
    Channel,
  };
}`;
