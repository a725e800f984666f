const buffer = Buffer.from([0x01, 0x82, 0x03, 0x84, 0x05, 0x86, 0x07, 0x88, 0x40, 0x49, 0x0f, 0xdb]);
for (const name of Object.getOwnPropertyNames(Buffer.prototype).filter((name) => /^read/.test(name)).sort()) {
  const isSized = /^readU?[iI]nt[LB]E$/.test(name);
  console.log(name, isSized ? [1, 2, 3, 4, 5, 6].map((size) => buffer[name](1, size)) : [buffer[name](0), buffer[name](3)]);
}
const out = Buffer.alloc(10);
for (const name of Object.getOwnPropertyNames(Buffer.prototype).filter((name) => /^write.*(8|16|32|64|Float|Double)/.test(name)).sort()) {
  out.fill(0);
  console.log(name, out[name](/Big/.test(name) ? 0x1234n : 18, 1), out);
}
for (let size = 1; size <= 6; size++) console.log(out.fill(0).writeIntBE(-5, 0, size), out.toString('hex'), out.fill(0).writeUIntLE(250, 2, size), out.toString('hex'));
const attempt = (run) => { try { console.log(run()); } catch (error) { console.log(error.name, error.code, error.message); } };
attempt(() => buffer.readUInt8(12));
attempt(() => buffer.readUInt8(1.5));
attempt(() => buffer.readUInt8('1'));
attempt(() => buffer.readInt32LE(10));
attempt(() => Buffer.alloc(2).readInt32LE());
attempt(() => buffer.readUIntBE(0, 7));
attempt(() => buffer.readUIntBE(0));
attempt(() => out.writeUInt8(256));
attempt(() => out.writeInt8(-129));
attempt(() => out.writeUInt16LE(-1));
attempt(() => out.writeUInt32BE(2 ** 32));
attempt(() => out.writeInt32BE(2 ** 31));
attempt(() => out.writeBigInt64LE(2n ** 63n));
attempt(() => out.writeBigUInt64LE(1));
attempt(() => out.writeUIntBE(2 ** 40, 0, 5));
attempt(() => out.writeIntLE(-(2 ** 47) - 1, 0, 6));
attempt(() => out.writeDoubleLE(1, 5));
attempt(() => out.writeFloatBE('1.5', 0));
attempt(() => out.readFloatBE(0));
