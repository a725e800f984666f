// A process that nobody has forked is the primary one.
const cluster = require('node:cluster');
console.log(cluster.isPrimary, cluster.isMaster, cluster.isWorker, cluster.workers, cluster.settings, cluster.schedulingPolicy, cluster.SCHED_RR);
cluster.on('exit', () => console.log('never'));
console.log(cluster instanceof require('node:events'), cluster.listenerCount('exit'), typeof cluster.fork);
