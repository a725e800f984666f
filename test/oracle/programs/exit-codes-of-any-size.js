for (const v of [2**31, -1, 256, 300, 2**32, '5', '4294967295', 1e15, null, undefined]) { process.exitCode = v; console.log(v, process.exitCode, typeof process.exitCode); }
process.exitCode = 300;
