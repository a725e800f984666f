/**
 * The module 'node:test': the tests of a file that is run by itself, from the first call to the report behind the last.
 * Node: lib/test.js, lib/internal/test_runner/harness.js.
 */
export const testModuleSource = String.raw`function (require, global) {
  const { Promise, Object, Error } = global;
  const { Test, currentTest } = require('internal/test_runner/test');
  const { Suite } = require('internal/test_runner/suite');
  const { allDone, newFailure } = require('internal/test_runner/tools');
  const { register, refuse, callerLocation } = require('internal/test_runner/context');
  const { SpecReporter } = require('internal/test_runner/reporter');
  const process = require('process');
  const { basename, relative } = require('path');
  const queueMicrotask = global.queueMicrotask;
  let knownRoot;
  function newHarness() {
    const built = Promise.withResolvers();
    let isReported = false;
    const harness = {
      root: undefined,
      filtersByOnly: !process.env.NODE_TEST_CONTEXT,
      bootstrapPromise: undefined,
      /** Somebody wants to know when a test begins or is over. */
      onChange: undefined,
      buildPromise: built.promise,
      suites: [],
      waitsForSuites: false,
      success: true,
      counters: { tests: 0, suites: 0, pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0 },
      async waitForSuites() {
        if (harness.suites.length > 0) await allDone(harness.suites);
        built.resolve();
      },
      count(test) {
        const { counters } = harness;
        const isSuite = test.type === 'suite';
        const hasFailed = isSuite ? !test.passed && !test.isTodo : !test.skipped && !test.isTodo && (test.cancelled || !test.passed);
        if (hasFailed) harness.success = false;
        if (isSuite) {
          counters.suites++;
          return;
        }
        counters[test.skipped ? 'skipped' : test.isTodo ? 'todo' : test.cancelled ? 'cancelled' : test.passed ? 'pass' : 'fail']++;
        counters.tests++;
      },
      /** What is said of all tests together. */
      finish() {
        if (isReported) return;
        isReported = true;
        const { root, counters } = harness;
        const lines = [...root.diagnostics];
        for (const name in counters) lines.push(name + ' ' + counters[name]);
        lines.push('duration_ms ' + root.duration());
        for (const message of lines) root.tell('test:diagnostic', { message });
        if (!harness.success) process.exitCode = 1;
        root.reporter.end();
      },
    };
    return harness;
  }
  function root() {
    if (knownRoot !== undefined) return knownRoot;
    const file = process.argv[1];
    const harness = newHarness();
    const bootstrapped = (async () => {
      // As long as Node takes to find out that there is nothing to set up.
      await (async () => ({}))();
      return Promise.resolve();
    })();
    harness.bootstrapPromise = bootstrapped;
    knownRoot = harness.root = new Test({ name: '<root>', harness, entryFile: file, loc: file ? [1, 1, file] : undefined });
    listenToProcess(knownRoot);
    knownRoot.startTime = process.hrtime.bigint();
    harness.bootstrapPromise = allDone([bootstrapped, connectReporter(knownRoot.reporter)]);
    return knownRoot;
  }
  async function connectReporter(events) {
    const { compose } = require('stream');
    const reporters = await (async () => allDone([(async () => undefined)()]))();
    compose(events, new SpecReporter()).pipe(process.stdout);
    return reporters;
  }
  function newErrorListener(event, root) {
    const { harness } = root;
    return (error) => {
      if (harness.bootstrapPromise) throw error;
      const test = currentTest();
      if (test !== undefined && !test.finished && test.hookType === undefined) {
        test.fail(newFailure(error, event));
        test.abortController.abort();
        return;
      }
      let message = 'Error: A resource generated asynchronous activity after the test ended. This activity created the error "' + error + '" which triggered an ' + event + ' event, caught by the test runner.';
      if (test !== undefined) {
        const { loc, hookType, name } = test;
        const place = loc === undefined ? '' : ' at ' + relative(process.cwd(), loc.file) + ':' + loc.line + ':' + loc.column;
        message = 'Error: ' + (hookType === undefined ? 'Test "' + name : 'Test hook "' + hookType) + '"' + place + ' generated asynchronous activity after the test ended. This activity created the error "' + error + '" and would have caused the test to fail, but instead triggered an ' + event + ' event.';
      }
      root.diagnostic(message);
      harness.success = false;
      process.exitCode = 1;
    };
  }
  /** The innermost of those that the run waits for, with its place. */
  function unfinishedTest(root) {
    let test = root;
    for (let next = root; next !== undefined; next = test.subtests.find((subtest) => !subtest.finished && subtest.startTime !== null)) test = next;
    return test === root ? 'tests' : 'the test "' + test.name + '"' + (test.loc === undefined ? '' : ' (' + basename(test.loc.file) + ':' + test.loc.line + ')');
  }
  function listenToProcess(root) {
    const onException = newErrorListener('uncaughtException', root);
    const onRejection = newErrorListener('unhandledRejection', root);
    const onBeforeExit = async () => {
      // There are hooks and no tests.
      if (root.subtests.length === 0 && (root.hooks.before.length > 0 || root.hooks.after.length > 0)) await root.run();
      if (root.subtestsPromise !== null) {
        // Tests that still wait for something keep the process. Node: by a timer of 24 days.
        let waiting = %WaitForTests(unfinishedTest(root));
        root.harness.onChange = () => {
          %EndWaiting(waiting);
          waiting = %WaitForTests(unfinishedTest(root));
        };
        await root.subtestsPromise.promise;
        root.harness.onChange = undefined;
        %EndWaiting(waiting);
      }
      root.postRun(newFailure('Promise resolution is still pending but the event loop has already resolved', 'cancelledByParent'));
      process.removeListener('uncaughtException', onException);
      process.removeListener('unhandledRejection', onRejection);
      process.removeListener('beforeExit', onBeforeExit);
    };
    process.on('uncaughtException', onException);
    process.on('unhandledRejection', onRejection);
    process.on('beforeExit', onBeforeExit);
  }
  async function startWhenBuilt(subtest) {
    const { harness } = subtest.root;
    if (harness.buildPromise) {
      if (harness.bootstrapPromise) {
        await harness.bootstrapPromise;
        harness.bootstrapPromise = null;
      }
      if (subtest.buildSuite !== undefined) harness.suites.push(subtest.buildSuite);
      if (!harness.waitsForSuites) {
        harness.waitsForSuites = true;
        queueMicrotask(() => { harness.waitForSuites(); });
      }
      await harness.buildPromise;
      harness.buildPromise = null;
    }
    await subtest.start();
  }
  function runner(kind) {
    function run(name, options, fn, overrides) {
      const parent = currentTest() || root();
      const subtest = parent.createSubtest(kind, name, options, fn, overrides);
      return parent instanceof Suite ? Promise.resolve() : startWhenBuilt(subtest);
    }
    const test = (name, options, fn) => run(name, options, fn, { loc: callerLocation(%CallSites(1)) });
    const keywords = ['expectFailure', 'skip', 'todo', 'only'];
    for (let i = 0; i < keywords.length; i++)
      test[keywords[i]] = (name, options, fn) => run(name, options, fn, { [keywords[i]]: true, loc: callerLocation(%CallSites(1)) });
    return test;
  }
  const hook = (type) => (fn, options) => {
    const parent = currentTest() || root();
    parent.createHook(type, fn, options, callerLocation(%CallSites(1)));
  };
  const test = runner('test');
  const suite = runner('suite');
  const lazy = (name, make) => {
    let value;
    Object.defineProperty(test, name, { __proto__: null, configurable: true, enumerable: true, get() { return (value ??= make()); } });
  };
  Object.assign(test, {
    after: hook('after'),
    afterEach: hook('afterEach'),
    before: hook('before'),
    beforeEach: hook('beforeEach'),
    describe: suite,
    getTestContext() {
      const running = currentTest();
      return running === undefined ? undefined : running.getContext();
    },
    it: test,
    run() { throw new Error('Underhood does not simulate test.run: a run is one file. Run each test file by itself.'); },
    suite,
    test,
  });
  lazy('mock', () => new (require('internal/test_runner/mock').MockTracker)());
  lazy('snapshot', () => ({
    __proto__: null,
    setDefaultSnapshotSerializers() { refuse('snapshot.setDefaultSnapshotSerializers'); },
    setResolveSnapshotPath() { refuse('snapshot.setResolveSnapshotPath'); },
  }));
  lazy('assert', () => ({ __proto__: null, register }));
  return test;
}`;
