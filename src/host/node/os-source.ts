/**
 * The module 'os'. Node: lib/os.js. Simplified: the same small Linux machine everywhere, so that a run depends on nothing
 * outside it: two processors, 4 GB of memory, the user "user".
 */
export const osSource = String.raw`function (require, global) {
  const { Object, Symbol } = global;
  const process = require('process');
  const numbers = (text) => {
    const result = { __proto__: null };
    const entries = text.split(' ');
    for (let i = 0; i < entries.length; i++) {
      const [name, value] = entries[i].split('=');
      result[name] = +value;
    }
    return Object.freeze(result);
  };
  const errno = numbers('E2BIG=7 EACCES=13 EADDRINUSE=98 EADDRNOTAVAIL=99 EAFNOSUPPORT=97 EAGAIN=11 EALREADY=114 EBADF=9 EBADMSG=74 EBUSY=16 ECANCELED=125 ECHILD=10 ECONNABORTED=103 ECONNREFUSED=111 ECONNRESET=104 EDEADLK=35 EDESTADDRREQ=89 EDOM=33 EDQUOT=122 EEXIST=17 EFAULT=14 EFBIG=27 EHOSTUNREACH=113 EIDRM=43 EILSEQ=84 EINPROGRESS=115 EINTR=4 EINVAL=22 EIO=5 EISCONN=106 EISDIR=21 ELOOP=40 EMFILE=24 EMLINK=31 EMSGSIZE=90 EMULTIHOP=72 ENAMETOOLONG=36 ENETDOWN=100 ENETRESET=102 ENETUNREACH=101 ENFILE=23 ENOBUFS=105 ENODATA=61 ENODEV=19 ENOENT=2 ENOEXEC=8 ENOLCK=37 ENOLINK=67 ENOMEM=12 ENOMSG=42 ENOPROTOOPT=92 ENOSPC=28 ENOSR=63 ENOSTR=60 ENOSYS=38 ENOTCONN=107 ENOTDIR=20 ENOTEMPTY=39 ENOTSOCK=88 ENOTSUP=95 ENOTTY=25 ENXIO=6 EOPNOTSUPP=95 EOVERFLOW=75 EPERM=1 EPIPE=32 EPROTO=71 EPROTONOSUPPORT=93 EPROTOTYPE=91 ERANGE=34 EROFS=30 ESPIPE=29 ESRCH=3 ESTALE=116 ETIME=62 ETIMEDOUT=110 ETXTBSY=26 EWOULDBLOCK=11 EXDEV=18');
  const signals = numbers('SIGHUP=1 SIGINT=2 SIGQUIT=3 SIGILL=4 SIGTRAP=5 SIGABRT=6 SIGIOT=6 SIGBUS=7 SIGFPE=8 SIGKILL=9 SIGUSR1=10 SIGSEGV=11 SIGUSR2=12 SIGPIPE=13 SIGALRM=14 SIGTERM=15 SIGCHLD=17 SIGSTKFLT=16 SIGCONT=18 SIGSTOP=19 SIGTSTP=20 SIGTTIN=21 SIGTTOU=22 SIGURG=23 SIGXCPU=24 SIGXFSZ=25 SIGVTALRM=26 SIGPROF=27 SIGWINCH=28 SIGIO=29 SIGPOLL=29 SIGPWR=30 SIGSYS=31');
  const constants = Object.freeze({
    __proto__: null,
    UV_UDP_REUSEADDR: 4,
    dlopen: numbers('RTLD_LAZY=1 RTLD_NOW=2 RTLD_GLOBAL=256 RTLD_LOCAL=0 RTLD_DEEPBIND=8'),
    errno,
    signals,
    priority: numbers('PRIORITY_LOW=19 PRIORITY_BELOW_NORMAL=10 PRIORITY_NORMAL=0 PRIORITY_ABOVE_NORMAL=-7 PRIORITY_HIGH=-14 PRIORITY_HIGHEST=-20'),
  });
  const cpu = () => ({ model: 'Underhood', speed: 2000, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } });
  const named = (name, value) => {
    const get = { [name]() { return value; } }[name];
    get[Symbol.toPrimitive] = () => value;
    return get;
  };
  const { validateInt32 } = require('internal/validators');
  let priority = 0;
  const exports = {
    arch: named('arch', process.arch),
    availableParallelism: named('availableParallelism', 2),
    cpus() { return [cpu(), cpu()]; },
    endianness: named('endianness', 'LE'),
    freemem: named('freemem', 2147483648),
    getPriority(pid = 0) {
      validateInt32(pid, 'pid');
      return priority;
    },
    homedir: named('homedir', '/home/user'),
    hostname: named('hostname', 'underhood'),
    loadavg() { return [0, 0, 0]; },
    networkInterfaces() {
      return { lo: [
        { address: '127.0.0.1', netmask: '255.0.0.0', family: 'IPv4', mac: '00:00:00:00:00:00', internal: true, cidr: '127.0.0.1/8' },
        { address: '::1', netmask: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', family: 'IPv6', mac: '00:00:00:00:00:00', internal: true, cidr: '::1/128', scopeid: 0 },
      ] };
    },
    platform: named('platform', process.platform),
    release: named('release', '6.12.0'),
    setPriority(pid, value) {
      if (value === undefined) [pid, value] = [0, pid];
      validateInt32(pid, 'pid');
      validateInt32(value, 'priority', -20, 19);
      priority = value;
    },
    tmpdir: { tmpdir() { return process.env.TMPDIR || process.env.TMP || process.env.TEMP || '/tmp'; } }.tmpdir,
    totalmem: named('totalmem', 4294967296),
    type: named('type', 'Linux'),
    userInfo() { return { __proto__: null, uid: 1000, gid: 1000, username: 'user', homedir: '/home/user', shell: '/bin/sh' }; },
    uptime: { uptime() { return process.uptime() + 3600; } }.uptime,
    version: named('version', '#1 SMP'),
    machine: named('machine', 'x86_64'),
    constants,
    EOL: '\n',
    devNull: '/dev/null',
  };
  return exports;
}`;
