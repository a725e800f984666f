/** Tests of other kinds: hooks, which run for many tests, and suites, which hold tests. Node: TestHook and Suite in lib/internal/test_runner/test.js. */
export const testSuiteSource = String.raw`function (require, global) {
  const { AbortController } = global;
  const { newFailure, isFailure, all, race, once } = require('internal/test_runner/tools');
  const { newStop } = require('internal/test_runner/options');
  const { TestContext, SuiteContext } = require('internal/test_runner/context');
  const { Test } = require('internal/test_runner/test');
  const clock = require('process').hrtime.bigint;
  const nothing = () => {};
  class TestHook extends Test {
    type = 'hook';
    #args;
    constructor(fn, { hookType, loc, parent, timeout, signal }) {
      super({ fn, loc, timeout, signal, harness: parent.root.harness });
      this.parentTest = parent;
      this.hookType = hookType;
    }
    run(args) {
      if (this.error && !this.outerSignal?.aborted) {
        this.passed = false;
        this.error = null;
        this.abortController.abort();
        this.abortController = new AbortController();
        this.signal = this.abortController.signal;
      }
      this.#args = args;
      return super.run();
    }
    getContext() { return this.parentTest.getContext(); }
    getRunArgs() { return this.#args; }
    /** Of hooks only those count by themselves that run behind all tests. */
    postRun() {
      const { error, parentTest: parent, loc } = this;
      if (!error || parent !== parent.root || this.hookType !== 'after') return;
      if (isFailure(error)) error.failureType = 'hookFailed';
      this.endTime ??= clock();
      parent.reporter.tell('test:fail', { nesting: 0, name: loc.file, ...loc, details: { duration_ms: this.duration(), error } });
    }
  }
  class Suite extends Test {
    type = 'suite';
    #context;
    constructor(options) {
      super(options);
      if (options.timeout === undefined || options.timeout === null) this.timeout = null;
      this.buildSuite = this.build();
      this.fn = nothing;
    }
    async build() {
      try {
        const { context, args } = this.getRunArgs();
        await this.runInAsyncScope(this.fn, context, ...args);
      } catch (thrown) {
        this.fail(newFailure(thrown, 'testCodeFailure'));
      }
      this.isBuilt = true;
    }
    getContext() { return (this.#context ??= new TestContext(this)); }
    getRunArgs() {
      const context = new SuiteContext(this);
      return { context, args: [context] };
    }
    async runFiltered() {
      await this.buildSuite;
      return super.runFiltered();
    }
    async run() {
      this.inheritHooks();
      const hookArgs = this.getRunArgs();
      let stop;
      const after = once(() => this.runHook('after', hookArgs));
      try {
        this.parent.activeSubtests++;
        await this.buildSuite;
        this.startTime = clock();
        if (this.mustAbort()) {
          this.subtests = [];
          this.postRun();
          return;
        }
        if (this.parent.hooks.before.length > 0) await this.parent.runHook('before', this.parent.getRunArgs());
        await this.runHook('before', hookArgs);
        stop = newStop(this.timeout, this.signal);
        const promise = all(this.skipped || this.error ? [] : this.subtests, (subtest) => subtest.start());
        await race([promise, stop.promise]);
        await after();
        this.pass();
      } catch (thrown) {
        try { await after(); } catch { /* It has failed already. */ }
        this.fail(isFailure(thrown) ? thrown : newFailure(thrown, 'testCodeFailure'));
      } finally {
        stop?.dispose();
      }
      this.postRun();
    }
  }
  return { TestHook, Suite };
}`;
