/**
 * MessageChannel, MessagePort, BroadcastChannel and window.postMessage in JavaScript: what builtin-module-sources.ts says of such
 * sources holds here. HTML: 9.3 to 9.5; Node: lib/internal/worker/io.js, src/node_messaging.cc.
 * Simplified: what cannot be cloned fails where it is posted; a message that has a port with it does not close the port that it lost.
 */
import { inboxPart } from './inbox-source.ts';
import { portInspectionPart } from './port-inspection-source.ts';

export const messagingSource = `function (require, global) {
  const { Object } = global;
  const base = require('internal/event_target');
  const { MessageEvent } = require('internal/event_classes');
  const isNode = %HasProcess();
  const making = {};
  const closing = {};
  let stateOf, channelOf;

  ${inboxPart}
  ${portInspectionPart}

  /** Web IDL: a list of what is transferred, or options with one. */
  function transferOf(where, value) {
    if (value === undefined || value === null) return [];
    if (!%IsObject(value)) {
      if (isNode) throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'Optional transferList argument must be an iterable', 'TypeError');
      base.fail(where, 'The provided value cannot be converted to a sequence.');
    }
    const list = value[global.Symbol.iterator] === undefined ? value.transfer : value;
    if (list === undefined || list === null) return [];
    if (isNode && (!%IsObject(list) || typeof list[global.Symbol.iterator] !== 'function'))
      throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'Optional ' + (list === value ? 'transferList' : 'options.transfer') + ' argument must be an iterable', 'TypeError');
    return objectsOf(where, list);
  }
  function objectsOf(where, list) {
    const objects = [...list];
    if (isNode) return objects;
    for (let i = 0; i < objects.length; i++) if (!%IsObject(objects[i])) base.fail(where, "Failed to convert value to 'object'.");
    return objects;
  }
  /** The copy of a message and the ports that come with it. */
  function pack(where, source, message, transfer) {
    const prefix = isNode ? '' : 'Failed to ' + where + ': ';
    const ports = [];
    const copies = [];
    const buffers = [];
    for (let i = 0; i < transfer.length; i++) {
      const state = %IsObject(transfer[i]) ? stateOf(transfer[i]) : undefined;
      if (state === undefined) {
        %AppendElement(buffers, transfer[i]);
        continue;
      }
      if (ports.includes(transfer[i])) %ThrowCloneError(isNode ? 'Transfer list contains duplicate MessagePort' : prefix + 'Message port at index ' + i + ' is a duplicate of an earlier port.');
      if (transfer[i] === source) %ThrowCloneError(isNode ? 'Transfer list contains source port' : prefix + 'Port at index ' + i + ' contains the source port.');
      if (state.isDetached || (isNode && state.isClosed)) %ThrowCloneError(isNode ? 'MessagePort in transfer list is already detached' : prefix + 'Port at index ' + i + ' is already neutered.');
      %AppendElement(ports, transfer[i]);
    }
    for (let i = 0; i < ports.length; i++) %AppendElement(copies, move(stateOf(ports[i])));
    const data = %CloneMessage(message, buffers, ports, copies, prefix);
    for (let i = 0; i < ports.length; i++) stateOf(ports[i]).isDetached = true;
    return { data, ports: copies };
  }
  /** The port that takes the place of another: what waits there waits here. */
  function move(state) {
    const port = new MessagePort(making);
    const moved = stateOf(port);
    const { inbox, other } = state;
    moved.inbox.first = inbox.first;
    moved.inbox.last = inbox.last;
    moved.inbox.context = undefined;
    moved.inbox.size = inbox.size;
    inbox.first = inbox.last = undefined;
    inbox.size = 0;
    moved.other = other;
    if (other !== undefined) stateOf(other).other = port;
    state.other = undefined;
    moved.inbox.isBusy = true;
    return port;
  }
  /** Ports that came with a message are made when it is received: until then nothing wakes them. */
  function arrive(message) {
    for (let i = 0; i < message.ports.length; i++) {
      const { inbox } = stateOf(message.ports[i]);
      inbox.number = inboxes++;
      inbox.isBusy = false;
      wake(inbox);
    }
    return message;
  }

  class MessagePort extends (isNode ? require('internal/node_event_target').NodeEventTarget : base.EventTarget) {
    #state = { inbox: undefined, other: undefined, isDetached: false, isClosed: false, hasHandle: true, isGone: false, wait: undefined, target: undefined };
    static {
      stateOf = (port) => (#state in port ? port.#state : undefined);
    }
    constructor(token = undefined) {
      if (token !== making) {
        if (isNode) throw %NewBindingError('ERR_CONSTRUCT_CALL_INVALID', 'Constructor cannot be called', 'TypeError');
        throw %NewTypeErrorOf("Failed to construct 'MessagePort': Illegal constructor");
      }
      super();
      %InitEventTarget(this, 'MessagePort');
      this.#state.inbox = newInbox((message) => deliver(this, message));
    }
    postMessage(message, options = undefined) {
      const state = ownState(this);
      if (arguments.length === 0) {
        if (isNode) throw %NewBindingError('ERR_MISSING_ARGS', 'Not enough arguments to MessagePort.postMessage', 'TypeError');
        base.missing("execute 'postMessage' on 'MessagePort'", 1, 0);
      }
      const where = "execute 'postMessage' on 'MessagePort'";
      // Its other end is in another thread.
      if (%IsFarPort(this)) return %PostFar(this, message, transferOf(where, options), 'MessagePort');
      const packed = pack(where, this, message, transferOf(where, options));
      if (state.isClosed || state.isDetached) return;
      if (state.other !== undefined) put(stateOf(state.other).inbox, packed);
      if (isNode) return true;
    }
    start() {
      const { inbox, isDetached, isClosed } = ownState(this);
      if (inbox.isOpen || isDetached || isClosed) return;
      inbox.isOpen = true;
      %StartFarPort(this, true);
      wake(inbox);
    }
    close(callback) {
      const state = ownState(this);
      if (isNode && typeof callback === 'function') this.once('close', callback);
      if (state.isClosed || state.isDetached) return;
      state.isClosed = true;
      state.inbox.isOpen = false;
      %CloseFarPort(this);
      if (!isNode) return void disentangle(state);
      // The other end hears of it when the handle has been closed. MessagePort::OnClose.
      %QueueClosing('MessagePort', () => {
        %SetAsyncContext(state.inbox.context);
        setRefed(this, false);
        state.hasHandle = false;
        const other = disentangle(state);
        if (other !== undefined) put(stateOf(other).inbox, closing);
        base.fire(this, new MessagePortCloseEvent('close'));
        state.isGone = true;
      });
    }
  }
  function ownState(port) {
    const state = %IsObject(port) ? stateOf(port) : undefined;
    if (state === undefined) throw %NewTypeErrorOf('Illegal invocation');
    return state;
  }
  /** What the host calls of ports whose ends are in different threads. */
  const far = {
    /** target: what the events of its messages are fired at, where that is another object. */
    newPort(target = undefined) {
      const port = new MessagePort(making);
      stateOf(port).target = target;
      return port;
    },
    receive(port, data, ports) {
      %SetAsyncContext(stateOf(port).inbox.context);
      fireMessage(port, { data, ports });
    },
    closed(port) { port.close(); },
    broadcast(channel, data) { channelOf(channel).receive(data); },
    isDetached(port) { return stateOf(port).isDetached; },
    /** It goes away: the other end, and what waits here. */
    leave(port) {
      const state = stateOf(port);
      const { inbox, other } = state;
      const waiting = [];
      while (inbox.size > 0) %AppendElement(waiting, take(inbox));
      if (other !== undefined) stateOf(other).other = undefined;
      state.other = undefined;
      state.isDetached = true;
      setRefed(port, false);
      return { other, waiting, isOpen: other !== undefined && stateOf(other).inbox.isOpen };
    },
    transferOf,
  };
  function disentangle(state) {
    const { other } = state;
    state.other = undefined;
    if (other !== undefined) stateOf(other).other = undefined;
    return other;
  }
  class MessagePortCloseEvent extends base.Event {}

  function deliver(port, message) {
    if (message === closing) return port.close();
    fireMessage(port, arrive(message));
  }
  function fireMessage(port, { data, ports }) {
    const event = new MessageEvent('message', { data, ports });
    base.fire(stateOf(port).target ?? port, event);
    if (isNode) countListeners(port);
  }

  /** Node: a port with listeners for messages is started and keeps the process alive. setupPortReferencing. */
  function countListeners(port) {
    let count = 0;
    for (let listener = %EventListeners(port)?.message?.next; listener !== undefined; listener = listener.next)
      if (!listener.isHandler || typeof listener.callback === 'function') count++;
    const state = stateOf(port);
    const had = state.hadListeners === true;
    if (had === count > 0) return;
    state.hadListeners = count > 0;
    setRefed(port, count > 0);
    if (count > 0) port.start();
    else {
      state.inbox.isOpen = false;
      %StartFarPort(port, false);
    }
  }
  function setRefed(port, isRefed) {
    const state = ownState(port);
    if (state.wait !== undefined && !isRefed) state.wait = %EndWaiting(state.wait);
    else if (state.wait === undefined && isRefed && state.hasHandle) state.wait = %WaitForMessages('MessagePort');
  }
  if (isNode) {
    const { addEventListener, removeEventListener } = base.EventTarget.prototype;
    const methods = {
      addEventListener(...args) {
        %Apply(addEventListener, this, args);
        countListeners(this);
      },
      removeEventListener(...args) {
        %Apply(removeEventListener, this, args);
        countListeners(this);
      },
      ref() { setRefed(this, true); },
      unref() { setRefed(this, false); },
      [global.Symbol.for('nodejs.util.inspect.custom')]() { return %IsObject(this) && stateOf(this) !== undefined ? describePort(this) : this; },
      hasRef() { return ownState(this).wait !== undefined; },
    };
    for (const key of global.Reflect.ownKeys(methods)) Object.defineProperty(MessagePort.prototype, key, { value: methods[key], writable: true, configurable: true });
  }
  base.expose(MessagePort, isNode ? 'EventTarget' : 'MessagePort', ['postMessage', 'start', 'close']);
  base.handlers.define(MessagePort.prototype, 'message');
  base.handlers.define(MessagePort.prototype, 'messageerror');
  if (!isNode) base.handlers.define(MessagePort.prototype, 'close');
  // A handler for messages starts the port.
  const { get, set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  const starting = {
    set onmessage(value) {
      %Call(set, this, value);
      if (isNode) countListeners(this);
      else this.start();
    },
  };
  Object.defineProperty(MessagePort.prototype, 'onmessage', { get, set: Object.getOwnPropertyDescriptor(starting, 'onmessage').set, enumerable: true, configurable: true });

  function entangled() {
    const first = new MessagePort(making);
    const second = new MessagePort(making);
    stateOf(first).other = second;
    stateOf(second).other = first;
    return [first, second];
  }
  /** In Node a function of C++, which says itself what it misses. */
  const nodeClasses = { MessageChannel: function () {
    if (new.target === undefined) throw %NewBindingError('ERR_CONSTRUCT_CALL_REQUIRED', 'Cannot call constructor without \`new\`', 'TypeError');
    [this.port1, this.port2] = entangled();
  } };
  const MessageChannel = isNode ? nodeClasses.MessageChannel : class MessageChannel {
    constructor() { ports.set(this, entangled()); }
  };
  const ports = new global.WeakMap();
  if (!isNode) {
    const accessors = {
      get port1() { return portOf(this, 0); },
      get port2() { return portOf(this, 1); },
    };
    for (const key in accessors) Object.defineProperty(MessageChannel.prototype, key, Object.getOwnPropertyDescriptor(accessors, key));
    base.expose(MessageChannel, 'MessageChannel', []);
  }
  function portOf(channel, index) {
    const pair = ports.get(channel);
    if (pair === undefined) base.wrongThis('MessageChannel');
    return pair[index];
  }

  /** By name, in the order in which they were made. */
  const channels = { __proto__: null };
  class BroadcastChannel extends base.EventTarget {
    #channel = { name: '', inbox: undefined, receive: undefined, isClosed: false, wait: undefined };
    static {
      channelOf = (channel) => (%IsObject(channel) && #channel in channel ? channel.#channel : base.wrongThis('BroadcastChannel'));
    }
    constructor(name) {
      if (arguments.length === 0) base.missing("construct 'BroadcastChannel'", 1, 0, ['name']);
      super();
      %InitEventTarget(this, 'BroadcastChannel');
      this.#channel.name = %ToString(name);
      this.#channel.receive = (data) => {
        if (this.#channel.isClosed) return;
        base.fire(this, new MessageEvent('message', isNode ? { data } : { data, origin: %Origin() }));
      };
      this.#channel.inbox = newInbox(this.#channel.receive);
      this.#channel.inbox.isOpen = true;
      if (isNode) this.#channel.wait = %WaitForMessages('BroadcastChannel');
      %AppendElement((channels[this.#channel.name] ??= []), this);
      %OpenBroadcast(this.#channel.name, this);
    }
    get name() { return channelOf(this).name; }
    close() {
      const channel = channelOf(this);
      if (channel.isClosed) return;
      channel.isClosed = true;
      channels[channel.name] = channels[channel.name].filter((other) => other !== this);
      %CloseBroadcast(channel.name, this);
      if (channel.wait !== undefined) channel.wait = %EndWaiting(channel.wait);
    }
    postMessage(message) {
      const { name, isClosed } = channelOf(this);
      const where = "execute 'postMessage' on 'BroadcastChannel'";
      if (arguments.length === 0) base.missing(where, 1, 0, ['message']);
      if (isClosed) throw new global.DOMException(isNode ? 'BroadcastChannel is closed.' : 'Failed to ' + where + ': Channel is closed', 'InvalidStateError');
      const prefix = isNode ? '' : 'Failed to ' + where + ': ';
      %CloneMessage(message, [], [], [], prefix);
      const list = channels[name];
      for (let i = 0; i < list.length; i++) {
        if (list[i] === this || list[i].#channel.isClosed) continue;
        const copy = %CloneMessage(message, [], [], [], prefix);
        const { inbox } = list[i].#channel;
        // In browsers it goes through another process.
        if (isNode) put(inbox, copy);
        else %PostToProcess(() => inbox.deliver(copy));
      }
      %Broadcast(name, message);
    }
  }
  if (isNode) {
    const methods = {
      ref() {
        const channel = channelOf(this);
        if (!channel.isClosed) channel.wait ??= %WaitForMessages('BroadcastChannel');
        return this;
      },
      unref() {
        const channel = channelOf(this);
        if (channel.wait !== undefined) channel.wait = %EndWaiting(channel.wait);
        return this;
      },
      [global.Symbol.for('nodejs.util.inspect.custom')](depth, options) {
        const { name, isClosed } = channelOf(this);
        if (depth < 0) return 'BroadcastChannel';
        const inner = Object.assign({}, options);
        inner.depth = options.depth === null || options.depth === undefined ? null : options.depth - 1;
        return 'BroadcastChannel ' + require('internal/inspect').inspect({ name, active: !isClosed }, inner);
      },
    };
    for (const key of global.Reflect.ownKeys(methods)) Object.defineProperty(BroadcastChannel.prototype, key, { value: methods[key], writable: true, configurable: true });
  }
  base.expose(BroadcastChannel, isNode ? 'EventTarget' : 'BroadcastChannel', ['name', 'close', 'postMessage']);
  base.handlers.define(BroadcastChannel.prototype, 'message');
  base.handlers.define(BroadcastChannel.prototype, 'messageerror');

  /** Node: the first message that waits, for those who look for it themselves. */
  function receiveMessageOnPort(port) {
    const state = %IsObject(port) ? stateOf(port) : undefined;
    if (state === undefined) throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'The "port" argument must be a MessagePort instance', 'TypeError');
    if (%IsFarPort(port)) return %ReceiveMessage(port);
    return state.inbox.size === 0 || state.inbox.first.message === closing ? undefined : { message: arrive(take(state.inbox)).data };
  }

  /** HTML: the window post message steps, for the one window that there is. */
  function postMessage(message, targetOrigin = undefined, transfer = undefined) {
    const where = "execute 'postMessage' on 'Window'";
    if (arguments.length === 0) base.missing(where, 1, 0);
    const hasOptions = %IsObject(targetOrigin);
    const wanted = hasOptions ? targetOrigin.targetOrigin : targetOrigin;
    const target = wanted === undefined ? '/' : %ToString(wanted);
    const list = transferOf(where, hasOptions ? targetOrigin.transfer : transfer);
    const origin = %Origin();
    const isOrigin = /^[a-z][a-z0-9+.-]*:\\/\\/[^/]/i.test(target);
    if (target !== '*' && target !== '/' && !isOrigin)
      throw new global.DOMException('Failed to ' + where + ": Invalid target origin '" + target + "' in a call to 'postMessage'.", 'SyntaxError');
    const packed = pack(where, undefined, message, list);
    if (isOrigin && target !== origin && !target.startsWith(origin + '/')) return;
    %QueueMessage(() => {
      const { data, ports } = arrive(packed);
      base.fire(global, new MessageEvent('message', { data, ports, origin, source: global }));
    }, false);
  }
  /** HTML: structuredClone, of browsers. */
  function structuredClone(value, options = undefined) {
    const where = "execute 'structuredClone' on '" + ('window' in global ? 'Window' : 'WorkerGlobalScope') + "'";
    if (arguments.length === 0) base.missing(where, 1, 0);
    const list = base.dictionary(where, 'StructuredSerializeOptions', options)?.transfer;
    if (list !== undefined && (!%IsObject(list) || list[global.Symbol.iterator] === undefined))
      base.fail(where, "Failed to read the 'transfer' property from 'StructuredSerializeOptions': The provided value cannot be converted to a sequence.");
    return arrive(pack(where, undefined, value, list === undefined ? [] : objectsOf(where, list))).data;
  }
  /** For other operations that keep a copy. */
  function cloneFor(where, value) { return %CloneMessage(value, [], [], [], where === undefined ? '' : 'Failed to ' + where + ': '); }
  return { MessageChannel, MessagePort, BroadcastChannel, postMessage, structuredClone, cloneFor, far, receiveMessageOnPort };
}`;
