const usage = process.memoryUsage();
console.log(Object.keys(usage), usage.heapUsed > 0, usage.heapTotal >= usage.heapUsed, usage.rss > usage.heapTotal, process.memoryUsage.rss() > 0);
console.log(Object.keys(process.cpuUsage()), Object.keys(process.resourceUsage()), process.cpuUsage(process.cpuUsage()).user >= 0);
console.log(process.umask(), process.umask(0o77), process.umask(), process.umask(0o22));
process.env.SOME = 5;
process.env.NOTHING = undefined;
console.log(process.env.SOME, typeof process.env.SOME, process.env.NOTHING, 'SOME' in process.env, process.env.NOT_SET, delete process.env.SOME, process.env.SOME);
try { process.env.X = Symbol('x'); } catch (error) { console.log(error.message); }
try { process.chdir('/no/such/folder'); } catch (error) { console.log(error.code, error.syscall, error.dest, error.message.startsWith("ENOENT: no such file or directory, chdir '")); }
try { process.chdir(5); } catch (error) { console.log(error.code); }
process.chdir('/');
console.log(process.cwd(), require('path').resolve('a'), require('fs').existsSync('tmp'));
console.log(process.getBuiltinModule('fs') === require('fs'), process.getBuiltinModule('none'), process.hasUncaughtExceptionCaptureCallback(), typeof process.hrtime.bigint(), process.hrtime().length, process.uptime() >= 0, process.argv.length, process.execArgv, process.exitCode, process.pid > 0, typeof process.title, process.platform, process.release.name);
process.nextTick((...args) => console.log('tick', args), 1, 'two', {});
try { process.nextTick('x'); } catch (error) { console.log(error.code); }
try { process.umask('zz'); } catch (error) { console.log(error.code); }
process.emitWarning('said', { type: 'Custom', code: 'X1', detail: 'more' });
process.on('warning', (warning) => console.log(warning.name, warning.code, warning.detail));
