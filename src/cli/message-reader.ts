/** Cuts a stream of bytes into DAP's messages. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';

const headerEnd = '\r\n\r\n';

export class MessageReader {
  private pending: Buffer = Buffer.alloc(0);

  /** The messages that are complete with these bytes. Throws where the stream is none of DAP's. */
  read(bytes: Buffer): Dap.ProtocolMessage[] {
    this.pending = Buffer.concat([this.pending, bytes]);
    const messages: Dap.ProtocolMessage[] = [];
    for (;;) {
      const end = this.pending.indexOf(headerEnd);
      if (end < 0) return messages;
      const header = this.pending.toString('latin1', 0, end);
      const [, digits] = /^content-length:\s*(\d+)\s*$/im.exec(header) ?? [];
      if (digits === undefined) throw new Error(`a message has no Content-Length: ${header.slice(0, 80)}`);
      const start = end + headerEnd.length;
      const length = Number(digits);
      if (this.pending.length < start + length) return messages;
      messages.push(JSON.parse(this.pending.toString('utf8', start, start + length)) as Dap.ProtocolMessage);
      this.pending = this.pending.subarray(start + length);
    }
  }
}
