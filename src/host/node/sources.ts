/** Node's own modules that are written in JavaScript here, by name: builtin-module-sources.ts says how. */
import { assertSource, assertStrictSource } from './assert-source.ts';
import { assertDiffSource, assertionErrorSource } from './assertion-error-source.ts';
import { asyncHooksSource } from './async-hooks-source.ts';
import { bufferNumbersSource } from './buffer-numbers-source.ts';
import { bufferSearchSource, encodingsSource } from './buffer-search-source.ts';
import { bufferSource } from './buffer-source.ts';
import { consoleSource, consoleWriteSource } from './console-source.ts';
import { cryptoSource } from './crypto-source.ts';
import { deprecateSource } from './deprecate-source.ts';
import { diagnosticsChannelSource } from './diagnostics-channel-source.ts';
import { equalSource } from './equal-source.ts';
import { eventsWaitingSource } from './events-waiting-source.ts';
import { fsOperationsSource, fsTreesSource } from './fs-operations-source.ts';
import { fsFileHandleSource, fsTransfersSource } from './fs-file-handle-source.ts';
import { fsPromisesSource } from './fs-promises-source.ts';
import { fsSource } from './fs-source.ts';
import { fsUtilitiesSource } from './fs-stats-source.ts';
import { httpFixturesSource } from './http-fixtures-source.ts';
import { httpMessagesSource } from './http-messages-source.ts';
import { httpServerOptionsSource } from './http-server-options-source.ts';
import { fetchServersSource, httpServersSource } from './http-servers-source.ts';
import { httpSocketSource } from './http-socket-source.ts';
import { httpSource } from './http-source.ts';
import { httpsSource } from './https-source.ts';
import { locksSource } from './locks-source.ts';
import { inspectSettingsSource } from './inspect-settings.ts';
import { netAddressesSource } from './net-addresses-source.ts';
import { netConnectSource } from './net-connect-source.ts';
import { netHandlesSource } from './net-handles-source.ts';
import { netSocketSource } from './net-socket-source.ts';
import { netSource } from './net-source.ts';
import { osSource } from './os-source.ts';
import { parseArgsSource } from './parse-args-source.ts';
import { pathSource } from './path-source.ts';
import { perfHooksSource } from './perf-hooks-source.ts';
import { refusedSources } from './refused-modules.ts';
import { querystringSource } from './querystring-source.ts';
import { readlinePromisesSource, readlineSource } from './readline-source.ts';
import { stdioSource } from './stdio-source.ts';
import {
  streamConsumersSource,
  streamErrorsSource,
  streamLibrarySource,
  streamPromisesSource,
  streamSource,
  streamToolsSource,
} from './stream-source.ts';
import { fsStreamsSource } from './fs-streams-source.ts';
import { stringDecoderSource } from './string-decoder-source.ts';
import { timersPromisesSource } from './timers-promises-source.ts';
import { urlSource } from './url-source.ts';
import { utilSource, utilTypesSource, uvSource } from './util-source.ts';
import { testContextSource } from './test-runner/context-source.ts';
import { testModuleSource } from './test-runner/harness-source.ts';
import { testMockSource } from './test-runner/mock-source.ts';
import { testMockTimersSource } from './test-runner/mock-timers-source.ts';
import { testOptionsSource } from './test-runner/options-source.ts';
import { testReporterSource } from './test-runner/reporter-source.ts';
import { testSuiteSource } from './test-runner/suite-source.ts';
import { testTestSource } from './test-runner/test-source.ts';
import { testToolsSource } from './test-runner/tools-source.ts';
import { vmSource } from './vm-source.ts';
import { v8Source } from './v8-source.ts';
import { validatorsSource } from './validators-source.ts';
import { streamWebSource, webStreamAdaptersSource } from './web-stream-adapters-source.ts';

export const nodeSources: Readonly<Record<string, string>> = {
  ...refusedSources,
  assert: assertSource,
  'assert/strict': assertStrictSource,
  async_hooks: asyncHooksSource,
  buffer: bufferSource,
  constants: `function (require, { Object }) {
    return Object.assign({}, require('os').constants.errno, require('os').constants.signals, require('fs').constants);
  }`,
  crypto: cryptoSource,
  diagnostics_channel: diagnosticsChannelSource,
  fs: fsSource,
  'fs/promises': fsPromisesSource,
  http: httpSource,
  https: httpsSource,
  net: netSource,
  os: osSource,
  path: pathSource,
  'path/posix': `function (require) { return require('path').posix; }`,
  'path/win32': `function (require) { return require('path').win32; }`,
  perf_hooks: perfHooksSource,
  querystring: querystringSource,
  readline: readlineSource,
  'readline/promises': readlinePromisesSource,
  stream: streamSource,
  'stream/consumers': streamConsumersSource,
  'stream/promises': streamPromisesSource,
  'stream/web': streamWebSource,
  string_decoder: stringDecoderSource,
  sys: `function (require) {
    require('process').emitWarning('sys is deprecated. Use util instead.', 'DeprecationWarning', 'DEP0025');
    return require('util');
  }`,
  test: testModuleSource,
  'timers/promises': timersPromisesSource,
  tty: `function (require, global) {
    const refuse = (name) => { throw new global.Error('Underhood does not simulate tty.' + name + ': a run has no terminal. Use process.stdout.'); };
    return { isatty() { return false; }, ReadStream: function ReadStream() { refuse('ReadStream'); }, WriteStream: function WriteStream() { refuse('WriteStream'); } };
  }`,
  url: urlSource,
  util: utilSource,
  'util/types': utilTypesSource,
  'internal/assert/assertion_error': assertionErrorSource,
  'internal/assert/diff': assertDiffSource,
  'internal/deprecate': deprecateSource,
  'internal/console': consoleSource,
  'internal/console/write': consoleWriteSource,
  'internal/buffer-numbers': bufferNumbersSource,
  'internal/buffer-search': bufferSearchSource,
  'internal/encodings': encodingsSource,
  'internal/equal': equalSource,
  'internal/events-waiting': eventsWaitingSource,
  'internal/fs/file-handle': fsFileHandleSource,
  'internal/fs/operations': fsOperationsSource,
  'internal/fs/tools': fsUtilitiesSource,
  'internal/fs/transfers': fsTransfersSource,
  'internal/fs/trees': fsTreesSource,
  'internal/inspect/settings': inspectSettingsSource,
  'internal/http-fixtures': httpFixturesSource,
  'internal/http-messages': httpMessagesSource,
  'internal/fetch-servers': fetchServersSource,
  'internal/http-servers': httpServersSource,
  'internal/http-socket': httpSocketSource,
  'internal/http-server-options': httpServerOptionsSource,
  'internal/locks': locksSource,
  'internal/net/addresses': netAddressesSource,
  'internal/net/connect': netConnectSource,
  'internal/net/handles': netHandlesSource,
  'internal/net/socket': netSocketSource,
  'internal/parse-args': parseArgsSource,
  'internal/fs/streams': fsStreamsSource,
  'internal/stdio': stdioSource,
  'internal/stream/errors': streamErrorsSource,
  'internal/stream/library': streamLibrarySource,
  'internal/stream/tools': streamToolsSource,
  'internal/stream/web-adapters': webStreamAdaptersSource,
  'internal/symbols': `function (require, global) {
    return { customArgs: global.Symbol('customPromisifyArgs'), firstParameter: global.Symbol('kFirstEventParam') };
  }`,
  'internal/test_runner/context': testContextSource,
  'internal/test_runner/mock': testMockSource,
  'internal/test_runner/mock_timers': testMockTimersSource,
  'internal/test_runner/options': testOptionsSource,
  'internal/test_runner/reporter': testReporterSource,
  'internal/test_runner/suite': testSuiteSource,
  'internal/test_runner/test': testTestSource,
  'internal/test_runner/tools': testToolsSource,
  'internal/uv': uvSource,
  'internal/validators': validatorsSource,
  'internal/v8': v8Source,
  'internal/vm': vmSource,
  'internal/working-directory': `function (require) {
    return {
      change(current, folder) {
        const { statSync } = require('fs');
        const target = folder === '' ? '' : require('path').resolve(folder);
        const stats = target === '' ? undefined : statSync(target, { throwIfNoEntry: false });
        const code = stats === undefined ? 'ENOENT' : stats.isDirectory() ? undefined : 'ENOTDIR';
        if (code !== undefined) throw require('internal/uv').uvException(code, 'chdir', current, folder);
        return target;
      },
    };
  }`,
};
