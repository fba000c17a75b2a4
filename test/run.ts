/**
 * Runs rings of checks one after the other and adds up their counts: `tsx test/run.ts unit protocol`. Each ring is an
 * npm script of its own; one whose last line counts nothing, or that fails without a failed test, is one failure.
 */
import { spawnSync } from 'node:child_process';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const totals = process.argv.slice(2).map(runRing);
const passed = totals.reduce((sum, ring) => sum + ring.passed, 0);
const failed = totals.reduce((sum, ring) => sum + ring.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runRing(script: string): Counts {
  console.log(`\n> npm run ${script}`);
  const { status, stdout } = spawnSync('npm', ['run', '--silent', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 256 * 1024 * 1024,
  });
  process.stdout.write(stdout);
  const counts = readCounts(stdout);
  // A check without tests (lint, types) says nothing but yes or no.
  if (!counts) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  return status === 0 || counts.failed > 0 ? counts : { passed: counts.passed, failed: 1 };
}

function readCounts(output: string): Counts | null {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return last ? { passed: Number(last[1]), failed: Number(last[2]) } : null;
}
