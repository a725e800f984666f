/** `underhood dap`: the debug adapter over standard input and output. DAP's base protocol: headers, an empty line, JSON. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { DebugAdapter } from '../debug/adapter.ts';
import { launchInProcess } from './in-process-debuggee.ts';
import { MessageReader } from './message-reader.ts';

/** Resolves when the client is gone. */
export async function dapCommand(): Promise<number> {
  const adapter = new DebugAdapter(launchInProcess);
  const reader = new MessageReader();
  let isLeaving = false;
  adapter.onMessage((message) => {
    const body = Buffer.from(JSON.stringify(message));
    process.stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
    process.stdout.write(body);
    const response = message as Partial<Dap.Response>;
    if (response.type === 'response' && response.command === 'disconnect') {
      isLeaving = true;
      process.stdin.destroy();
    }
  });
  try {
    for await (const bytes of process.stdin) {
      for (const message of reader.read(bytes as Buffer)) adapter.handleMessage(message);
    }
  } catch (error) {
    if (isLeaving) return 0;
    process.stderr.write(`underhood: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  } finally {
    adapter.dispose();
  }
  return 0;
}
