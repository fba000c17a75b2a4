/**
 * What `check` of a folder costs as the number of files grows, from 10 to 10,000: `npx tsx test/bench/fileCount.ts`, after
 * `npm run build -- --production`; `-- --json FILE` writes the figures too. Each file is another group's of some 60 kB,
 * every tenth with measure GUIDs of the year before.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { residentMegabytes } from './memory.ts';

const CLI = path.resolve(__dirname, '../../dist/cli.js');
const COUNTS = [10, 100, 1_000, 10_000];

/** How often the memory is looked at, in milliseconds. */
const LOOK = 100;

/** What a check of so many files cost. */
export interface FileCountCost {
  readonly files: number;
  readonly megabytes: number;
  readonly seconds: number;
  /** The most that was resident at one time. */
  readonly memoryMegabytes: number;
}

/** Checks folders of more and more files, cold. */
export async function fileCountCosts(counts: readonly number[] = COUNTS): Promise<FileCountCost[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-bench-'));
  const costs: FileCountCost[] = [];
  let written = 0;
  let bytes = 0;
  for (const count of counts) {
    for (; written < count; written++) {
      const text = groupFile(written);
      bytes += text.length;
      fs.writeFileSync(path.join(folder, `${String(written).padStart(5, '0')}.xml`), text);
    }
    costs.push({ files: count, megabytes: bytes / 1e6, ...(await checkFolder(folder)) });
  }
  fs.rmSync(folder, { recursive: true });
  return costs;
}

function groupFile(index: number): string {
  const guids = index % 10 === 0 ? { guidsOf: 2024 } : {};
  const quality = ['CMS165', 'CMS122'].map((ecqm) => ({ ecqm, ...guids }));
  return qrda3({ year: 2025, tin: `000${100_000 + index}`, quality });
}

async function checkFolder(folder: string): Promise<Pick<FileCountCost, 'seconds' | 'memoryMegabytes'>> {
  const start = performance.now();
  const child = spawn('node', [CLI, 'check', '--format', 'json', folder], { stdio: 'ignore' });
  let memoryMegabytes = 0;
  const look = setInterval(async () => {
    if (child.pid === undefined) return;
    // What has just ended holds nothing.
    const megabytes = await residentMegabytes(child.pid).catch(() => 0);
    memoryMegabytes = Math.max(memoryMegabytes, megabytes);
  }, LOOK);
  await once(child, 'exit');
  clearInterval(look);
  return { seconds: (performance.now() - start) / 1000, memoryMegabytes };
}

/** The figures as a Markdown table. */
export function fileCountTable(costs: readonly FileCountCost[]): string {
  const rows = costs.map(
    ({ files, megabytes, seconds, memoryMegabytes }) =>
      `| ${files} | ${megabytes.toFixed(1)} MB | ${seconds.toFixed(2)} s | ${Math.round(files / seconds)} | ${Math.round(memoryMegabytes)} MB |`,
  );
  return ['| files | together | time | files a second | memory |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const costs = await fileCountCosts();
  console.log(`${os.cpus().length} cores, Node ${process.version}\n\n${fileCountTable(costs)}`);
  if (values.json) fs.writeFileSync(values.json, `${JSON.stringify(costs, null, 2)}\n`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
