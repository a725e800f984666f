// BlockList and SocketAddress.
const net = require('net'); const log = console.log; const { BlockList, SocketAddress } = net;
const fails = (f) => { try { log(f()); } catch (e) { log(e.name, e.code, e.message); } };
const b = new BlockList();
fails(() => b.addAddress('123.123.123.123')); fails(() => b.addRange('10.0.0.1', '10.0.0.10')); fails(() => b.addSubnet('8592:757c:efae:4e45::', 64, 'ipv6')); fails(() => b.addSubnet('192.168.1.77', 24)); fails(() => b.addAddress('0:0:0:0:0:0:0:1', 'ipv6'));
log(b.check('123.123.123.123'), b.check('10.0.0.3'), b.check('222.111.111.222'), b.check('::ffff:7b7b:7b7b', 'ipv6'), b.check('::ffff:123.123.123.123', 'IPv6'), b.check('8592:757c:efae:4e45:1::', 'ipv6'), b.check('192.168.1.200'), b.check('nonsense'), b.check(new SocketAddress({ address: '10.0.0.5' })));
log(b.rules, b.size, b, JSON.stringify(b)); 
fails(() => b.addRange('10.0.0.9', '10.0.0.1')); fails(() => b.addAddress('x')); fails(() => b.addAddress(5)); fails(() => b.addSubnet('1.1.1.1', 33)); fails(() => b.addSubnet('1.1.1.1', 'x')); fails(() => b.addAddress('1.1.1.1', 'x')); fails(() => b.check(5)); fails(() => b.addCIDR('1.1.1.1')); fails(() => b.addCIDR('1.1.1.0/x'));
b.removeAddress('123.123.123.123'); b.addCIDR('fe80::/10'); log(b.rules); const c = new BlockList(); c.fromJSON(b.toJSON()); log(c.rules, c.size); c.clear(); log(c.size, BlockList.isBlockList(c), BlockList.isBlockList({}), BlockList.PRIVATE_RANGES.length); fails(() => c.fromJSON(5));
for (const o of [undefined, {}, { family: 'ipv6' }, { address: '1.2.3.4', port: 80 }, { address: '2001:db8:0:0:1:0:0:1', family: 'IPv6', port: '5', flowlabel: 7 }, { address: '::ffff:1.2.3.4', family: 'ipv6' }, { address: '1:0:0:2:0:0:0:3', family: 'ipv6' }, { address: '::1.2.3.4', family: 'ipv6' }, { family: 'x' }, { address: 'x' }, { port: -1 }, { port: 70000 }, 5, { flowlabel: -1 }]) fails(() => { const s = new SocketAddress(o); return [s, s.address, s.family, s.port, s.flowlabel]; });
for (const t of ['1.2.3.4:80', '[::1]:443', 'x', '1.2.3.4', '[::1]', 'a:1']) fails(() => SocketAddress.parse(t));
log(SocketAddress.isSocketAddress(new SocketAddress()), SocketAddress.isSocketAddress({}));
const server = net.createServer({ blockList: (() => { const l = new BlockList(); l.addAddress('127.0.0.1'); return l; })() }, () => log('never'));
server.listen(0, '127.0.0.1', () => { const k = net.connect(server.address().port, '127.0.0.1', () => log('connect')); k.resume(); k.on('error', (e) => log(e.code)); k.on('close', () => { log('close');
  const l = new BlockList(); l.addSubnet('127.0.0.0', 8); const m = net.connect({ port: server.address().port, host: '127.0.0.1', blockList: l }); m.on('error', (e) => log(e.name, e.code, e.message)); m.on('close', () => server.close()); }); });
