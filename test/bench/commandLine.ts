import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median } from './measurement.ts';

const CLI = path.resolve(__dirname, '../../dist/cli.js');
const ROUNDS = 20;

/** The median time of a whole `check` of one file, in milliseconds. */
export function measureCommandLine(text: string): number {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-bench-'));
  const file = path.join(folder, 'file.xml');
  fs.writeFileSync(file, text);
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    spawnSync('node', [CLI, 'check', '--format', 'json', file], { stdio: 'ignore' });
    return performance.now() - start;
  });
  fs.rmSync(folder, { recursive: true });
  return median(times);
}
