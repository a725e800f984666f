/**
 * How messages wait at a port and when they are delivered, as measured in the real runtimes: the part of messaging-source.ts that
 * is about order.
 *
 * Chromium: a port that waits for messages makes a task of the next one when it is posted. The task takes one message; if that was the
 * last, the port waits again, and otherwise there are to be as many tasks behind it as messages (mojo: Connector,
 * ScheduleDispatchOfPendingMessagesOrWaitForMore). So tasks that found the port empty may be left, and come before what is posted later.
 * Node: the ports that have messages are served in the poll phase, in the order in which they were made, each until its queue is empty
 * or 1,000 messages are through (MessagePort::OnMessage in src/node_messaging.cc).
 */
export const inboxPart = `
  let inboxes = 0;
  /** Ports that have messages, in the order in which they were made. Node. */
  let pending;
  let isSweeping = false;
  let position = -1;
  /** Ports from this number on were made in this round and wait for the next. libuv: uv__async_io. */
  let limit = 0;
  const mostAtOnce = 1000;

  function newInbox(deliver) {
    return { number: inboxes++, context: %AsyncContext(), deliver, first: undefined, last: undefined, size: 0, isOpen: false, isBusy: false, scheduled: 0, next: undefined };
  }
  function put(inbox, message) {
    const entry = { message, next: undefined };
    if (inbox.last === undefined) inbox.first = entry;
    else inbox.last.next = entry;
    inbox.last = entry;
    inbox.size++;
    wake(inbox);
  }
  function take(inbox) {
    const { first } = inbox;
    inbox.first = first.next;
    if (inbox.first === undefined) inbox.last = undefined;
    inbox.size--;
    return first.message;
  }
  function wake(inbox) {
    if (inbox.isBusy || inbox.size === 0 || !(inbox.isOpen || (isNode && inbox.first.message === closing))) return;
    inbox.isBusy = true;
    if (!isNode) return %QueueMessage(() => read(inbox), false);
    let before;
    let after = pending;
    for (; after !== undefined && after.number < inbox.number; after = after.next) before = after;
    inbox.next = after;
    if (before === undefined) pending = inbox;
    else before.next = inbox;
    if (isSweeping) return;
    isSweeping = true;
    %QueueMessage(sweep, false);
  }

  /** mojo: Connector::ReadAllAvailableMessages. A task is not of one message: it takes the oldest that still waits, if any does. */
  function read(inbox) {
    if (!inbox.isOpen) return;
    if (inbox.size > 0) inbox.deliver(take(inbox));
    if (!inbox.isOpen) return;
    if (inbox.size === 0) inbox.isBusy = false;
    while (inbox.scheduled < inbox.size) {
      inbox.scheduled++;
      %QueueMessage(() => {
        inbox.scheduled--;
        read(inbox);
      }, false);
    }
  }

  /** One round over the ports: those before the one that is served wait for the next round. */
  function sweep() {
    position = -1;
    limit = inboxes;
    serveNext();
  }
  function serveNext() {
    let before;
    let inbox = pending;
    while (inbox !== undefined && inbox.number <= position) {
      before = inbox;
      inbox = inbox.next;
    }
    if (inbox === undefined || inbox.number >= limit) {
      isSweeping = pending !== undefined;
      if (isSweeping) %QueueMessage(sweep, false);
      return;
    }
    if (before === undefined) pending = inbox.next;
    else before.next = inbox.next;
    position = inbox.number;
    serve(inbox, inbox.size > mostAtOnce ? inbox.size : mostAtOnce);
  }
  function serve(inbox, left) {
    // What listens is run in the context in which the port was made.
    %SetAsyncContext(inbox.context);
    if (inbox.size > 0 && (inbox.isOpen || inbox.first.message === closing)) inbox.deliver(take(inbox));
    if (inbox.size > 0 && inbox.isOpen && left > 1) return %QueueMessage(() => serve(inbox, left - 1), true);
    inbox.isBusy = false;
    wake(inbox);
    let next = pending;
    while (next !== undefined && next.number <= position) next = next.next;
    if (next !== undefined && next.number < limit) %QueueMessage(serveNext, true);
    else {
      isSweeping = pending !== undefined;
      if (isSweeping) %QueueMessage(sweep, false);
    }
  }
`;
