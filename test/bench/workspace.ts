/**
 * `npm run bench:workspace`: checks a folder of 10,000 small files as the editor does and measures what an editor
 * would feel of it. `-- --files N` for another number.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readBatches } from '../../client/src/workspace/batches.ts';
import type { WorkspaceParticipant } from '../../server/src/lsp/protocol.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from '../protocol/client.ts';
import { type Measurement, table } from './measurement.ts';
import { residentMegabytes } from './memory.ts';

/** How often a user who works meanwhile asks something of the open file, in milliseconds. */
const ASK_EVERY = 50;

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { files: { type: 'string', default: '10000' } } });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-workspace-'));
  try {
    const files = writeFiles(folder, Number(values.files));
    const measurements = await check(files);
    console.log(`${os.cpus().length} cores, Node ${process.version}, ${files.length} files\n`);
    console.log(table(measurements, 'measured'));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Groups of three files each: what the EHR sent, what it sent again, and a registry's QPP JSON. */
function writeFiles(folder: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const tin = String(Math.floor(index / 3)).padStart(9, '0');
    const isJson = index % 3 === 2;
    const file = path.join(folder, `${index}.${isJson ? 'json' : 'xml'}`);
    const quality = index % 3 === 0 ? [{ ecqm: 'CMS165' }, { ecqm: 'CMS122' }] : [{ ecqm: 'CMS165' }];
    fs.writeFileSync(file, isJson ? jsonFile(tin) : qrda3({ year: 2025, tin, quality }));
    return file;
  });
}

function jsonFile(taxpayerIdentificationNumber: string): string {
  const value = {
    isEndToEndReported: false,
    performanceMet: 6,
    performanceNotMet: 4,
    eligiblePopulation: 10,
  };
  const set = {
    category: 'quality',
    submissionMethod: 'registry',
    performanceStart: '2025-01-01',
    performanceEnd: '2025-12-31',
    measurements: [{ measureId: '236', value }],
  };
  const file = {
    performanceYear: 2025,
    entityType: 'group',
    taxpayerIdentificationNumber,
    measurementSets: [set],
  };
  return JSON.stringify(file, null, 2);
}

async function check(files: readonly string[]): Promise<Measurement[]> {
  const client = await startClient();
  const open = 'file:///open.xml';
  await client.open(open, qrda3({ year: 2025, quality: [{ ecqm: 'CMS165' }] }));
  const memory = watchMemory(client);
  const waits = askMeanwhile(client, open);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  for await (const batch of readBatches(files, read)) {
    await client.connection.sendRequest('qppLens/workspace/checkFiles', { files: batch });
  }
  const total = performance.now() - start;
  delay.disable();
  const longest = await waits.stop();
  const asked = performance.now();
  const participants = await client.connection.sendRequest<WorkspaceParticipant[]>(
    'qppLens/workspace/participants',
  );
  const listed = performance.now() - asked;
  if (participants.length !== Math.ceil(files.length / 3)) throw new Error('Participants are missing.');
  const peak = await memory.stop();
  await client.stop();
  return [
    { what: 'checking all files', value: total, unit: 'ms', budget: 10 * files.length },
    { what: 'longest wait for a hover meanwhile', value: longest, unit: 'ms', budget: 150 },
    { what: 'longest block of the client', value: delay.max / 1e6, unit: 'ms', budget: 50 },
    { what: 'listing the participants', value: listed, unit: 'ms', budget: 250 },
    { what: 'most memory of the server', value: peak, unit: 'MB', budget: 350 },
  ];
}

async function read(file: string): Promise<{ readonly uri: string; readonly text: string }> {
  return { uri: `file://${file}`, text: await fs.promises.readFile(file, 'utf8') };
}

/** Asks for a hover again and again. @returns the longest time that an answer took, once it is stopped */
function askMeanwhile(client: Client, uri: string): { stop(): Promise<number> } {
  let longest = 0;
  let isStopped = false;
  const asking = (async () => {
    while (!isStopped) {
      const start = performance.now();
      await client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 5, character: 40 },
      });
      longest = Math.max(longest, performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await asking;
      return longest;
    },
  };
}

/** @returns the most memory the server held, once the watch is stopped */
function watchMemory({ processId }: Client): { stop(): Promise<number> } {
  let most = 0;
  const look = async () => {
    most = Math.max(most, await residentMegabytes(processId));
  };
  const timer = setInterval(() => void look(), 2000);
  return {
    async stop() {
      clearInterval(timer);
      await look();
      return most;
    },
  };
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
