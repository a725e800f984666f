/** Addresses and lists of those that are not welcome. Node: lib/internal/blocklist.js, socketaddress.js, src/node_sockaddr.cc. */
export const netAddressesSource = String.raw`function (require, global) {
  const { Array, BigInt, Boolean, JSON, Number, Object, Symbol } = global;
  const { isIPv4, isIPv6 } = require('internal/net/handles');
  const { typeError, plainError, throwInvalidValue, validateInt32, validateObject, validateUint32 } = require('internal/validators');
  const { codes } = require('internal/stream/errors');
  const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');
  const mapped = 0xffff00000000n;

  /** As a number of 128 bits; undefined for what is none of the family. Those of IPv4 are within IPv6. */
  function parse(text, family) {
    if (family === 'ipv4') return isIPv4(text) ? mapped + v4Number(text) : undefined;
    if (!isIPv6(text) || text.includes('%')) return undefined;
    const dotted = /[0-9.]+\.[0-9]+$/.exec(text);
    if (dotted !== null) {
      const number = Number(v4Number(dotted[0]));
      text = text.slice(0, dotted.index) + (number >>> 16).toString(16) + ':' + (number & 0xffff).toString(16);
    }
    const [head, tail] = text.split('::');
    const left = head === '' ? [] : head.split(':');
    const right = tail === undefined || tail === '' ? [] : tail.split(':');
    while (left.length + right.length < 8) left.push('0');
    return left.concat(right).reduce((sum, part) => (sum << 16n) + BigInt('0x' + part), 0n);
  }
  const v4Number = (text) => text.split('.').reduce((sum, part) => (sum << 8n) + BigInt(part), 0n);
  const v4Text = (number) => [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.');
  /** libuv: uv_inet_ntop. */
  function show(number, family) {
    if (family === 'ipv4') return v4Text(number - mapped);
    const words = [];
    for (let shift = 112n; shift >= 0n; shift -= 16n) words.push((number >> shift) & 0xffffn);
    let best = { at: -1, length: 1 };
    for (let at = 0; at < 8; at++) {
      let length = 0;
      while (words[at + length] === 0n) length++;
      if (length > best.length) best = { at, length };
    }
    const isDotted = best.at === 0 && (best.length === 6 || (best.length === 5 && words[5] === 0xffffn));
    const parts = (from, to) => words.slice(from, to).map((word) => word.toString(16)).join(':');
    if (isDotted) return '::' + (best.length === 5 ? 'ffff:' : '') + v4Text(number & 0xffffffffn);
    return best.at < 0 ? parts(0, 8) : parts(0, best.at) + '::' + parts(best.at + best.length, 8);
  }

  class SocketAddress {
    #address;
    #number;
    #port;
    #family;
    #flowlabel;
    static isSocketAddress(value) { return typeof value === 'object' && value !== null && #number in value; }
    static numberOf(address) { return address.#number; }
    constructor(options = {}) {
      validateObject(options, 'options');
      let { family = 'ipv4' } = options;
      const { address = family === 'ipv4' ? '127.0.0.1' : '::', port = 0, flowlabel = 0 } = options;
      if (typeof family?.toLowerCase === 'function') family = family.toLowerCase();
      if (family !== 'ipv4' && family !== 'ipv6') throwInvalidValue('options.family', options.family);
      %ValidateString(address, 'options.address');
      require('internal/net/connect').validatePort(port, 'options.port');
      validateUint32(flowlabel, 'options.flowlabel', false);
      this.#number = parse(address, family);
      if (this.#number === undefined) throw plainError('ERR_INVALID_ADDRESS', 'Invalid socket address');
      this.#address = show(this.#number, family);
      this.#port = port | 0;
      this.#family = family;
      this.#flowlabel = family === 'ipv6' ? flowlabel & 0xfffff : 0;
    }
    get address() { return this.#address; }
    get port() { return this.#port; }
    get family() { return this.#family; }
    get flowlabel() { return this.#flowlabel; }
    toJSON() { return { address: this.address, port: this.port, family: this.family, flowlabel: this.flowlabel }; }
    [inspectSymbol](depth, options, inspect) { return depth < 0 ? this : 'SocketAddress ' + inspect(this.toJSON(), inner(options)); }
    static parse(input) {
      %ValidateString(input, 'input');
      try {
        const { hostname: address, port } = new global.URL('http://' + input);
        if (address[0] === '[') return new SocketAddress({ address: address.slice(1, -1), port: port | 0, family: 'ipv6' });
        return new SocketAddress({ address, port: port | 0 });
      } catch {
        return undefined;
      }
    }
  }
  const { numberOf } = SocketAddress;
  delete SocketAddress.numberOf;
  const inner = (options) => ({ ...options, depth: options.depth === undefined || options.depth === null ? null : options.depth - 1 });
  function addressOf(address, family, name = 'address') {
    if (SocketAddress.isSocketAddress(address)) return address;
    %ValidateString(address, name);
    %ValidateString(family, 'family');
    return new SocketAddress({ address, family });
  }
  function cidrParts(cidr) {
    %ValidateString(cidr, 'cidr');
    const slash = cidr.lastIndexOf('/');
    if (slash === -1) throwInvalidValue('cidr', cidr, 'must contain a prefix length (e.g. "10.0.0.0/8")');
    const address = cidr.slice(0, slash);
    const prefix = global.parseInt(cidr.slice(slash + 1), 10);
    if (prefix !== prefix || '' + prefix !== cidr.slice(slash + 1)) throwInvalidValue('cidr', cidr, 'prefix length must be a valid integer');
    return [address, prefix, address.includes(':') ? 'ipv6' : 'ipv4'];
  }
  const familyName = (address) => (address.family === 'ipv4' ? 'IPv4' : 'IPv6');
  const addressRule = (address) => [numberOf(address), numberOf(address), 'Address: ' + familyName(address) + ' ' + address.address];
  function subnetRule(network, prefix, family) {
    network = addressOf(network, family, 'network');
    const bits = network.family === 'ipv4' ? 32 : 128;
    validateInt32(prefix, 'prefix', 0, bits);
    prefix += 0;
    const rest = (1n << BigInt(bits - prefix)) - 1n;
    const first = numberOf(network) & ~rest;
    return [first, first + rest, 'Subnet: ' + familyName(network) + ' ' + network.address + '/' + prefix];
  }
  function rangeRule(start, end, family) {
    start = addressOf(start, family, 'start');
    end = addressOf(end, family, 'end');
    return [numberOf(start), numberOf(end), 'Range: ' + familyName(start) + ' ' + start.address + '-' + end.address, start];
  }

  class BlockList {
    /** First and last address, and how it is shown; the newest first. */
    #rules = [];
    static isBlockList(value) { return typeof value === 'object' && value !== null && #rules in value; }
    static PRIVATE_RANGES = Object.freeze(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '::1/128', '169.254.0.0/16', 'fe80::/10', 'fc00::/7']);
    #add(rule) { this.#rules.unshift(rule); }
    #remove([first, last, text]) {
      const at = this.#rules.findIndex((rule) => rule[0] === first && rule[1] === last && rule[2].slice(0, 5) === text.slice(0, 5));
      if (at >= 0) this.#rules.splice(at, 1);
    }
    addAddress(address, family = 'ipv4') { this.#add(addressRule(addressOf(address, family))); }
    addAddresses(addresses, family = 'ipv4') {
      if (!Array.isArray(addresses)) throw codes.ERR_INVALID_ARG_TYPE('addresses', 'Array', addresses);
      %ValidateString(family, 'family');
      const rules = addresses.map((address, index) => addressRule(addressOf(address, family, 'addresses[' + index + ']')));
      for (let i = 0; i < rules.length; i++) this.#add(rules[i]);
    }
    addRange(start, end, family = 'ipv4') {
      const rule = rangeRule(start, end, family);
      if (rule[0] > rule[1]) throwInvalidValue('start', rule[3], 'must come before end');
      this.#add(rule);
    }
    addSubnet(network, prefix, family = 'ipv4') { this.#add(subnetRule(network, prefix, family)); }
    addCIDR(cidr) { this.addSubnet(...cidrParts(cidr)); }
    addCIDRs(cidrs) {
      if (!Array.isArray(cidrs)) throw codes.ERR_INVALID_ARG_TYPE('cidrs', 'Array', cidrs);
      const parts = cidrs.map(cidrParts);
      for (let i = 0; i < parts.length; i++) this.addSubnet(...parts[i]);
    }
    removeAddress(address, family = 'ipv4') { this.#remove(addressRule(addressOf(address, family))); }
    removeRange(start, end, family = 'ipv4') { this.#remove(rangeRule(start, end, family)); }
    removeSubnet(network, prefix, family = 'ipv4') { this.#remove(subnetRule(network, prefix, family)); }
    removeCIDR(cidr) { this.removeSubnet(...cidrParts(cidr)); }
    check(address, family = 'ipv4') {
      let number;
      if (SocketAddress.isSocketAddress(address)) number = numberOf(address);
      else {
        %ValidateString(address, 'address');
        %ValidateString(family, 'family');
        number = parse(address, family.toLowerCase() === 'ipv4' ? 'ipv4' : 'ipv6');
      }
      return number !== undefined && this.#rules.some(([first, last]) => number >= first && number <= last);
    }
    clear() { this.#rules = []; }
    toJSON() { return this.rules; }
    fromJSON(data) {
      const fail = () => { throw codes.ERR_INVALID_ARG_TYPE('data', ['string', 'string[]'], data); };
      if (!Array.isArray(data)) {
        if (typeof data !== 'string') fail();
        data = JSON.parse(data);
        if (!Array.isArray(data)) fail();
      }
      for (let i = 0; i < data.length; i++) if (typeof data[i] !== 'string') fail();
      for (let i = 0; i < data.length; i++) {
        const [, kind, family, what] = /(Subnet|Address|Range): IPv([46]) ([0-9a-fA-F:./-]+)/.exec(data[i]) ?? [];
        const name = 'ipv' + family;
        if (kind === 'Address') this.addAddress(what, name);
        else if (kind === 'Range') this.addRange(...what.split('-'), name);
        else if (kind === 'Subnet') this.addSubnet(what.split('/')[0], +what.split('/')[1], name);
      }
    }
    get rules() {
      const texts = this.#rules.map(([, , text]) => text);
      return ['Address', 'Subnet', 'Range'].flatMap((kind) => texts.filter((text) => text.startsWith(kind)));
    }
    get size() { return this.#rules.length; }
    [inspectSymbol](depth, options, inspect) { return depth < 0 ? this : 'BlockList ' + inspect({ rules: this.rules }, inner(options)); }
  }
  function validBlockList(value) {
    if (!BlockList.isBlockList(value)) throw typeError('ERR_INVALID_ARG_TYPE', 'The "options.blockList" property must be an net.BlockList. Received ' + %Received(value));
    return value;
  }
  return { BlockList, SocketAddress, validBlockList };
}`;
