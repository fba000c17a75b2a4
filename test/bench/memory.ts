import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a process holds in memory. */
export async function residentMegabytes(processId: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(processId)]);
  return Number(stdout) / 1024;
}
