import { spawn } from 'node:child_process';
import path from 'node:path';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import type { RunningServer } from './runningServer.ts';

const SERVER = path.resolve(__dirname, '../../dist/server.js');

const OURS = ['node', SERVER, '--stdio'];

/**
 * The built server as a process, spoken to over stdio as by any editor.
 * @param commandLine of another server instead
 */
export function startProcessServer([command = '', ...args]: readonly string[] = OURS): RunningServer {
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  return {
    reader: new StreamMessageReader(server.stdout),
    writer: new StreamMessageWriter(server.stdin),
    processId: server.pid ?? 0,
    ended: () => ended,
  };
}
