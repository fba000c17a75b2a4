/**
 * `npm run bench`: measures what a user waits for, against the budgets, on the built programs. The file is CMS's
 * 1.45 MB sample where it lies beside the repository, else a file of like size that the fixtures build. Medians of
 * at least 20; `-- --json FILE` writes the figures too.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDocument } from '../../server/src/document/openDocument.ts';
import { convertQrda3 } from '../../server/src/qrda3/convert.ts';
import { checkDocument, DEFAULT_CHECK_OPTIONS } from '../../server/src/rules/run.ts';
import { sharedPath } from '../corpus/shared.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { qrda3 } from '../fixtures/qrda3/document.ts';
import { type Client, startClient } from '../protocol/client.ts';
import { type Measurement, median, table } from './measurement.ts';
import { residentMegabytes } from './memory.ts';

const CLI = path.resolve(__dirname, '../../dist/cli.js');
const LARGE = 'esac__2025__v1.0__2025MIPSGroupSampleQRDA-III-v1.0.xml';
const SMALL = 'sample-files__2025__Mvp_Mips-Ind-Sample.xml';

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const large = sample(LARGE) ?? builtFile(22);
  const small = sample(SMALL) ?? builtFile(2);
  const measurements = [
    ...(await editor(large)),
    await coldOpen(large),
    ...inProcess(large),
    commandLine(small),
  ];
  console.log(
    `${os.cpus().length} cores, Node ${process.version}, file of ${(large.length / 1e6).toFixed(2)} MB\n`,
  );
  console.log(table(measurements));
  if (values.json) fs.writeFileSync(values.json, `${JSON.stringify(measurements, null, 2)}\n`);
}

function sample(name: string): string | undefined {
  try {
    return fs.readFileSync(sharedPath('samples', 'qrda3', 'files', name), 'utf8');
  } catch {
    return undefined;
  }
}

function builtFile(measures: number): string {
  return qrda3({ year: 2025, quality: Array.from({ length: measures }, () => ({ ecqm: 'CMS165' })) });
}

/** One character typed into a warm file, and requests with nothing else going on. */
async function editor(text: string): Promise<Measurement[]> {
  const client = await startClient();
  const uri = 'file:///bench.xml';
  await client.open(uri, text);
  const offset = text.indexOf('2.16.840.1.113883.4.738', text.length / 2);
  const line = text.slice(0, offset).split('\n').length - 1;
  const character = offset - text.lastIndexOf('\n', offset - 1) - 1;
  const typed: number[] = [];
  for (let version = 2; version < 42; version++) {
    const start = performance.now();
    await client.change(uri, version, {
      line,
      start: character,
      end: character + 1,
      text: version % 2 ? '2' : '3',
    });
    typed.push(performance.now() - start);
    await pause(200);
  }
  const hovered = await repeat(40, () => hoverAt(client, uri, line, character));
  const outlined = await repeat(40, async () => {
    await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  });
  const completed = await repeat(40, () => completeAt(client, uri, line, character));
  const completedTyping: number[] = [];
  for (let version = 42; version < 82; version++) {
    const edit = { line, start: character, end: character + 1, text: version % 2 ? '2' : '3' };
    const checked = client.change(uri, version, edit);
    const start = performance.now();
    await completeAt(client, uri, line, character + 1);
    completedTyping.push(performance.now() - start);
    await checked;
    await pause(100);
  }
  const memory = await residentMegabytes(client.processId);
  await client.stop();
  return [
    { what: 'keystroke to diagnostics', value: median(typed), unit: 'ms', budget: 50 },
    { what: 'hover', value: median(hovered), unit: 'ms', budget: 3 },
    { what: 'document symbols', value: median(outlined), unit: 'ms', budget: 25 },
    { what: 'completion', value: median(completed), unit: 'ms', budget: 10 },
    {
      what: 'completion right after a keystroke, reading included',
      value: median(completedTyping),
      unit: 'ms',
      budget: 50,
    },
    { what: 'memory of the server', value: memory, unit: 'MB', budget: 150 },
  ];
}

async function hoverAt(client: Client, uri: string, line: number, character: number): Promise<void> {
  await client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line, character },
  });
}

async function completeAt(client: Client, uri: string, line: number, character: number): Promise<void> {
  await client.connection.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position: { line, character },
  });
}

/** From the start of the process to the first diagnostics. */
async function coldOpen(text: string): Promise<Measurement> {
  const times = await repeat(20, async () => {
    const client = await startClient();
    await client.open('file:///cold.xml', text);
    void client.stop();
  });
  return { what: 'open to diagnostics, cold server', value: median(times), unit: 'ms', budget: 450 };
}

/** Without protocol and process: what one version of a file costs. */
function inProcess(text: string): Measurement[] {
  const catalog = knowledge.catalogs.year(2025);
  const guided: number[] = [];
  const checked: number[] = [];
  for (let round = 0; round < 50; round++) {
    const start = performance.now();
    const document = openDocument(text, knowledge.catalogs, { performanceYear: null });
    if (document.format !== 'qrda3') throw new Error('The file of the bench is no QRDA III.');
    const opened = performance.now();
    knowledge.guides.guide(2025)?.violations(document.xml);
    guided.push(performance.now() - opened);
    checkDocument(document, knowledge, DEFAULT_CHECK_OPTIONS);
    convertQrda3(document.nodes, catalog);
    checked.push(performance.now() - start);
  }
  return [
    { what: 'all guide rules, warm, parsed file', value: median(guided.slice(10)), unit: 'ms', budget: 25 },
    { what: 'read, check and convert, warm', value: median(checked.slice(10)), unit: 'ms', budget: 60 },
  ];
}

function commandLine(text: string): Measurement {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-bench-'));
  const file = path.join(folder, 'file.xml');
  fs.writeFileSync(file, text);
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    spawnSync('node', [CLI, 'check', '--format', 'json', file], { stdio: 'ignore' });
    return performance.now() - start;
  });
  fs.rmSync(folder, { recursive: true });
  return {
    what: `CLI check, cold, ${Math.round(text.length / 1000)} kB file`,
    value: median(times),
    unit: 'ms',
    budget: 250,
  };
}

async function repeat(times: number, task: () => Promise<void>): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < times; round++) {
    const start = performance.now();
    await task();
    taken.push(performance.now() - start);
  }
  return taken;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
