/**
 * A test: what it waits for, in which order, and what it tells the reporter. Node: Test in lib/internal/test_runner/test.js.
 * Simplified: which test a callback belongs to is found by the context that the engine carries, which for .then is that of
 * the call and not that of the promise's making; nothing is published on the diagnostics channel node.test.
 */
export const testTestSource = String.raw`function (require, global) {
  const { Map, Set, Object, Number, Promise, Infinity: endless, Symbol, AbortController } = global;
  const { validateUint32, validateNumber, validateAbortSignal, validateString, AbortError } = require('internal/validators');
  const { newFailure, isFailure, race, newCallback, once, longestTimeout } = require('internal/test_runner/tools');
  const { newStop, expectedFailureOf, tagsFrom, directiveOf } = require('internal/test_runner/options');
  const { TestContext } = require('internal/test_runner/context');
  const { TestsStream } = require('internal/test_runner/reporter');
  const { fileURLToPath } = require('url');
  const process = require('process');
  const clock = process.hrtime.bigint;
  const queueMicrotask = global.queueMicrotask;
  const isPromise = require('util/types').isPromise;
  const nothing = () => {};
  const key = Symbol('test');
  const noTags = Object.freeze([]);
  /** The test, suite or hook that the code belongs to which runs. */
  function currentTest() {
    const context = %AsyncContext();
    return context === undefined ? undefined : context.get(key);
  }
  const isSet = (option) => option !== undefined && option !== false;
  class Test {
    type = 'test';
    #context;
    #isStartReported = false;
    constructor({ fn, name, parent = null, concurrency, entryFile, expectFailure, loc, only, timeout, todo, skip, signal, plan, tags, harness }) {
      this.scope = new Map(%AsyncContext()).set(key, this);
      this.fn = typeof fn === 'function' ? fn : nothing;
      this.name = typeof name === 'string' && name !== '' ? name : (fn !== nothing && typeof fn === 'function' && fn.name) || '<anonymous>';
      this.parent = parent;
      this.root = parent === null ? this : parent.root;
      this.harness = parent === null ? harness : null;
      this.reporter = parent === null ? new TestsStream() : parent.reporter;
      this.nesting = parent === null ? 0 : parent.parent === null ? parent.nesting : parent.nesting + 1;
      this.concurrency = parent === null ? 1 : parent.concurrency;
      this.timeout = parent === null ? null : parent.timeout;
      this.entryFile = parent === null ? entryFile : parent.entryFile;
      this.childNumber = parent === null ? 0 : parent.subtests.length + 1;
      this.only = parent === null ? false : only;
      this.runOnlySubtests = false;
      this.hasOnlyTests = false;
      this.testNumber = 0;
      this.reportedSubtests = 0;
      this.diagnostics = [];
      this.filtered = false;
      const inherited = parent === null ? noTags : parent.tags;
      this.tags = tags === undefined ? inherited : tagsFrom(tags, inherited);
      this.startTime = null;
      if (parent !== null) this.#chooseOnly();
      this.#limit(concurrency, timeout);
      if (skip) this.fn = nothing;
      this.abortController = new AbortController();
      this.signal = this.abortController.signal;
      this.outerSignal = signal;
      validateAbortSignal(signal, 'options.signal');
      this.outerSignal?.addEventListener('abort', this.#onAbort);
      this.mock = null;
      this.plan = null;
      this.expectedAssertions = plan;
      this.cancelled = false;
      this.expectFailure = expectedFailureOf(expectFailure) || parent?.expectFailure;
      this.skipped = isSet(skip);
      this.isTodo = isSet(todo) || parent?.isTodo;
      this.endTime = null;
      this.passed = false;
      this.error = null;
      this.message = typeof skip === 'string' ? skip : typeof todo === 'string' ? todo : null;
      this.activeSubtests = 0;
      this.pendingSubtests = [];
      this.readySubtests = new Map();
      this.unfinishedSubtests = new Set();
      this.subtestsPromise = null;
      this.subtests = [];
      this.nextReportOrder = 1;
      this.reportOrder = 0;
      this.waitingOn = 0;
      this.finished = false;
      this.hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
      this.ownAfterEachCount = 0;
      if (loc !== undefined) this.loc = { line: loc[0], column: loc[1], file: loc[2].startsWith('file://') ? fileURLToPath(loc[2]) : loc[2] };
    }
    /** A test that says only is run with its like, beside which the others of its parent are left out. */
    #chooseOnly() {
      const { parent } = this;
      if (!this.root.harness.filtersByOnly) {
        if (this.only || parent.runOnlySubtests) this.diagnostic("'only' and 'runOnly' require the --test-only command-line option.");
        return;
      }
      if (this.only === false) this.fn = nothing;
      if (!this.only) return;
      parent.runOnlySubtests = true;
      if (parent === this.root || parent.startTime === null)
        for (let outer = parent; outer !== null && !outer.hasOnlyTests; outer = outer.parent) outer.hasOnlyTests = true;
    }
    #limit(concurrency, timeout) {
      if (typeof concurrency === 'number') {
        validateUint32(concurrency, 'options.concurrency', true);
        this.concurrency = concurrency;
      } else if (typeof concurrency === 'boolean') this.concurrency = concurrency ? (this.parent === null ? 1 : endless) : 1;
      else if (concurrency !== undefined && concurrency !== null) %ThrowInvalidType('options.concurrency', 'one of type boolean or number', concurrency);
      if (timeout === undefined || timeout === null || timeout === endless) return;
      validateNumber(timeout, 'options.timeout', 0, longestTimeout);
      this.timeout = timeout;
    }
    runInAsyncScope(fn, receiver, ...args) {
      const before = %AsyncContext();
      %SetAsyncContext(this.scope);
      try {
        return %Apply(fn, receiver, args);
      } finally {
        %SetAsyncContext(before);
      }
    }
    #isFilteredOut() {
      if (this.error || !this.root.harness.filtersByOnly || this.only || this.hasOnlyTests) return false;
      return this.parent.runOnlySubtests || this.parent.hasOnlyTests || this.only === false;
    }
    hasRoom() { return this.concurrency > this.activeSubtests; }
    #numberReport(subtest) {
      if (subtest.reportOrder === 0) subtest.reportOrder = this.nextReportOrder++;
    }
    tell(type, extra = {}) {
      this.reporter.tell(type, { nesting: this.nesting, name: this.name, ...this.loc, ...extra });
    }
    async processPendingSubtests() {
      while (this.pendingSubtests.length > 0 && this.hasRoom()) {
        const pending = this.pendingSubtests.shift();
        const { test } = pending;
        this.#numberReport(test);
        await test.run();
        pending.resolve();
      }
    }
    #addReady(subtest) {
      this.#numberReport(subtest);
      this.readySubtests.set(subtest.reportOrder, subtest);
      if (this.unfinishedSubtests.delete(subtest) && this.unfinishedSubtests.size === 0) this.subtestsPromise?.resolve();
    }
    /** Those that are over tell of themselves, in the order in which they began. */
    processReadySubtests(isTurn) {
      const first = this.waitingOn;
      const end = first + this.readySubtests.size;
      for (let at = first; at < end; at++) {
        const subtest = this.readySubtests.get(at);
        if (subtest === undefined) return;
        if (!isTurn) isTurn = this.#isTurnToReport();
        if (!isTurn) return;
        subtest.finalize();
        this.readySubtests.delete(at);
      }
    }
    #isTurnToReport() {
      return this.parent === null || (this.parent.waitingOn === this.reportOrder && this.parent.#isTurnToReport());
    }
    createSubtest(kind, name, options, fn, overrides) {
      if (typeof name === 'function') fn = name;
      else if (name !== null && typeof name === 'object') {
        fn = options;
        options = name;
      } else if (typeof options === 'function') fn = options;
      if (options === null || typeof options !== 'object') options = {};
      const isOver = this.finished || this.isBuilt;
      const parent = isOver ? this.root : this;
      const subtest = new (kind === 'suite' ? require('internal/test_runner/suite').Suite : Test)({ fn, name, ...options, ...overrides, parent });
      if (parent.waitingOn === 0) {
        parent.waitingOn = subtest.childNumber;
        if (parent.type !== 'suite') parent.subtestsPromise = Promise.withResolvers();
      }
      if (isOver) subtest.fail(newFailure('test could not be started because its parent finished', 'parentAlreadyFinished'));
      parent.subtests.push(subtest);
      return subtest;
    }
    #onAbort = () => {
      const reason = this.outerSignal?.reason || new AbortError('The test was aborted');
      reason.failureType = 'testAborted';
      this.#cancel(reason);
    };
    #cancel(error) {
      if (this.endTime !== null || this.error !== null) return;
      this.fail(error || newFailure('test did not finish before its parent and was cancelled', 'cancelledByParent'));
      this.cancelled = true;
      this.abortController.abort();
    }
    mustAbort() {
      if (!this.signal.aborted && !this.outerSignal?.aborted) return false;
      this.#onAbort();
      return true;
    }
    inheritHooks() {
      const { beforeEach, afterEach } = this.parent.hooks;
      this.hooks.beforeEach.unshift(...beforeEach);
      this.hooks.afterEach.push(...afterEach);
    }
    createHook(type, fn, options, loc) {
      const hook = new (require('internal/test_runner/suite').TestHook)(fn, { ...options, parent: this, hookType: type, loc });
      if (type === 'before' || type === 'after') hook.run = once(hook.run);
      if (type === 'before' && this.startTime !== null) hook.run(this.getRunArgs()).then(() => {
        if (hook.error !== null && hook.error !== undefined) this.fail(hook.error);
      });
      // Its own before those of the tests around it.
      if (type === 'afterEach') this.hooks.afterEach.splice(this.ownAfterEachCount++, 0, hook);
      else this.hooks[type].push(hook);
    }
    fail(error) {
      if (this.error !== null) return;
      this.error = error;
      this.passed = false;
      const match = this.expectFailure?.match;
      if (match !== undefined) {
        const thrown = isFailure(error) && error.failureType === 'testCodeFailure' && error.cause ? error.cause : error;
        try {
          require('assert').throws(() => { throw thrown; }, match);
        } catch (mismatch) {
          this.error = newFailure('The test failed, but the error did not match the expected validation', 'testCodeFailure');
          this.error.cause = mismatch;
          return;
        }
      }
      this.passed = !!this.expectFailure;
    }
    pass() {
      if (this.error !== null) return;
      if (this.expectFailure && !this.skipped) this.error = newFailure('test was expected to fail but passed', 'expectedFailure');
      this.passed = this.error === null;
    }
    skip(message) { [this.skipped, this.message] = [true, message]; }
    todo(message) { [this.isTodo, this.message] = [true, message]; }
    diagnostic(message) { this.diagnostics.push(message); }
    log(message, data) {
      validateString(message, 'message');
      this.tell('test:log', { message, data });
    }
    /** Runs it, or has it wait until its parent has room for it. */
    start() {
      if (this.#isFilteredOut()) {
        this.filtered = true;
        this.reporter = new TestsStream();
        this.run = this.runFiltered;
      } else this.testNumber = ++this.parent.reportedSubtests;
      this.parent.unfinishedSubtests.add(this);
      if (this.root.harness.buildPromise || !this.parent.hasRoom()) {
        const pending = Promise.withResolvers();
        pending.test = this;
        this.parent.pendingSubtests.push(pending);
        return pending.promise;
      }
      this.parent.#numberReport(this);
      return this.run();
    }
    getContext() { return (this.#context ??= new TestContext(this)); }
    getRunArgs() {
      const context = this.getContext();
      return { context, args: [context] };
    }
    async runHook(type, args) {
      try {
        const hooks = this.hooks[type];
        for (let i = 0; i < hooks.length; ++i) {
          const hook = hooks[i];
          await hook.run(args);
          if (hook.error) throw hook.error;
        }
      } catch (thrown) {
        const failure = newFailure('failed running ' + type + ' hook', 'hookFailed');
        failure.cause = isFailure(thrown) ? thrown.cause : thrown;
        throw failure;
      }
    }
    async runFiltered() {
      this.pass();
      this.subtests = [];
      this.report = nothing;
      queueMicrotask(() => this.postRun());
    }
    async run() {
      const { parent } = this;
      if (parent !== null) {
        parent.activeSubtests++;
        this.inheritHooks();
      }
      this.startTime ??= clock();
      this.root.harness.onChange?.();
      if (this.mustAbort()) {
        this.postRun();
        return;
      }
      const hookArgs = this.getRunArgs();
      const { args, context } = hookArgs;
      if (this.plan === null && this.expectedAssertions) context.plan(this.expectedAssertions);
      const wasSkipped = this.skipped;
      const after = async () => {
        if (this.hooks.after.length > 0) await this.runHook('after', hookArgs);
      };
      const afterEach = once(async () => {
        if (parent !== null && parent.hooks.afterEach.length > 0 && !wasSkipped) await parent.runHook('afterEach', hookArgs);
      });
      let stop;
      try {
        if (parent !== null && parent.hooks.before.length > 0) await parent.runHook('before', parent.getRunArgs());
        if (parent !== null && parent.hooks.beforeEach.length > 0 && !this.skipped) await parent.runHook('beforeEach', hookArgs);
        stop = newStop(this.timeout, this.signal);
        const promises = [];
        if (this.fn.length === args.length + 1) {
          const { promise, callback } = newCallback();
          const result = this.runInAsyncScope(this.fn, context, ...args, callback);
          if (isPromise(result)) {
            this.fail(newFailure('passed a callback but also returned a Promise', 'callbackAndPromisePresent'));
            promises.push(result);
          } else promises.push(Promise.resolve(promise));
        } else promises.push(Promise.resolve(this.runInAsyncScope(this.fn, context, ...args)));
        promises.push(stop.promise);
        await race(promises);
        this.mustAbort();
        if (this.subtestsPromise !== null) await race([this.subtestsPromise.promise, stop.promise]);
        if (this.plan !== null) {
          const planned = this.plan.check();
          if (planned) await race([planned, stop.promise]);
        }
        this.pass();
        await afterEach();
        await after();
      } catch (thrown) {
        if (isFailure(thrown) && thrown.failureType === 'testTimeoutFailure') this.#cancel(thrown);
        else this.fail(isFailure(thrown) ? thrown : newFailure(thrown, 'testCodeFailure'));
        try { await afterEach(); } catch { /* It has failed already. */ }
        try { await after(); } catch { /* Likewise. */ }
      } finally {
        stop?.dispose();
        // A hook runs again for the next test.
        if (parent !== null) this.abortController.abort();
      }
      if (parent !== null || this.hookType !== undefined) this.postRun();
    }
    postRun(pendingError) {
      this.endTime ??= clock();
      this.startTime ??= this.endTime;
      this.pendingSubtests = [];
      let failed = 0;
      for (let i = 0; i < this.subtests.length; i++) {
        const subtest = this.subtests[i];
        if (!subtest.finished) {
          subtest.#cancel(pendingError);
          subtest.postRun(pendingError);
        }
        if (!subtest.passed && !subtest.isTodo) failed++;
      }
      const { parent } = this;
      if ((this.passed || parent === null) && failed > 0) this.fail(newFailure(failed + ' subtest' + (failed > 1 ? 's' : '') + ' failed', 'subtestsFailed'));
      this.outerSignal?.removeEventListener('abort', this.#onAbort);
      this.mock?.reset();
      if (parent === null) {
        this.root.harness.finish();
        return;
      }
      if (!this.filtered) {
        if (this.testNumber === 0) this.testNumber = ++parent.reportedSubtests;
        parent.activeSubtests--;
      }
      parent.#addReady(this);
      parent.processReadySubtests(false);
      parent.processPendingSubtests();
    }
    /** It and all of its subtests are over, and it is its turn to tell. */
    finalize() {
      this.processReadySubtests(true);
      this.report();
      this.parent.waitingOn++;
      this.finished = true;
      this.root.harness.onChange?.();
      if (this.parent === this.root && this.root.waitingOn > this.root.subtests.length) this.root.run();
    }
    /** In ms. */
    duration() { return Number(this.endTime - this.startTime) / 1e6; }
    report() {
      this.root.harness.count(this);
      if (this.reportedSubtests === 0) this.reportStart();
      const details = { duration_ms: this.duration() };
      if (!this.passed) details.error = this.error;
      this.tell(this.passed ? 'test:pass' : 'test:fail', { details, ...directiveOf(this) });
      for (let i = 0; i < this.diagnostics.length; i++) this.tell('test:diagnostic', { message: this.diagnostics[i] });
    }
    reportStart() {
      if (this.#isStartReported || this.parent === null) return;
      this.#isStartReported = true;
      this.parent.reportStart();
      this.tell('test:start');
    }
  }
  return { Test, currentTest };
}`;
