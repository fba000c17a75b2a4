/**
 * `npm run bench`: measures what a user waits for, against the budgets, on the built programs; medians of at least 20.
 * The files are CMS's samples where they lie beside the repository, else files of like size that the fixtures build.
 *
 * `-- --json FILE`      writes the figures too
 * `-- --report`         writes docs/benchmarks.md with its plots; takes some minutes more, for the growth of the cost
 * `-- --peer NAME=COMMAND LINE`   another XML language server to measure on the same file, in the same run
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureCommandLine } from './commandLine.ts';
import { type EditedFile, type EditorFigures, measureEditor, type ServerUnderTest } from './editor.ts';
import { fileCountCosts } from './fileCount.ts';
import type { FileSizeCost } from './fileSize.ts';
import type { WarmFigures } from './inProcess.ts';
import { builtQppJson, largeQrda3, smallQrda3 } from './largeFiles.ts';
import { type Measurement, table } from './measurement.ts';
import { inOwnProcess } from './ownProcess.ts';
import { jsonPeer, namedPeer } from './peers.ts';
import { type Compared, comparison, type Growth, heading, writeReport } from './report.ts';

const OURS: ServerUnderTest = { name: 'QPP Lens' };
const DOCS = path.resolve(__dirname, '../../docs');

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      report: { type: 'boolean', default: false },
      peer: { type: 'string', multiple: true, default: [] },
    },
  });
  const xml = xmlFile();
  const json = jsonFile();
  const xmlFigures = await compare(xml, values.peer.map(namedPeer));
  const jsonServer = jsonPeer();
  const jsonFigures = await compare(json, jsonServer ? [jsonServer] : []);
  const budgets = measurements(xml, xmlFigures, jsonFigures);
  console.log(`${heading(xml)}\n\n${table(budgets)}\n`);
  console.log(`${comparison(xml, xmlFigures)}\n\n${comparison(json, jsonFigures)}`);
  const growth: Growth | null = values.report
    ? {
        fileSize: inOwnProcess<FileSizeCost[]>('fileSize.ts', 'fileSizeCosts'),
        fileCount: await fileCountCosts(),
      }
    : null;
  if (growth) writeReport(DOCS, { xml, json, budgets, xmlFigures, jsonFigures, growth });
  if (values.json) {
    const figures = { budgets, xml: xmlFigures, json: jsonFigures, growth };
    fs.writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  }
}

function xmlFile(): EditedFile {
  const text = largeQrda3();
  return { uri: 'file:///bench.xml', text, at: text.indexOf('2.16.840.1.113883.4.738', text.length / 2) };
}

function jsonFile(): EditedFile {
  const text = builtQppJson(1_000_000);
  const count = '"performanceMet": ';
  return { uri: 'file:///bench.json', text, at: text.indexOf(count, text.length / 2) + count.length };
}

async function compare(file: EditedFile, peers: readonly ServerUnderTest[]): Promise<readonly Compared[]> {
  const compared: Compared[] = [];
  for (const server of [OURS, ...peers]) {
    compared.push({ server: server.name, figures: await measureEditor(server, file) });
  }
  return compared;
}

/** Ours, beside the budgets. */
function measurements(
  xml: EditedFile,
  [ours]: readonly Compared[],
  [ourJson]: readonly Compared[],
): Measurement[] {
  if (!ours || !ourJson) throw new Error('Our own server was not measured.');
  const warm = inOwnProcess<WarmFigures>('inProcess.ts', 'measureWarm', xml.text);
  const small = smallQrda3();
  const kilobytes = Math.round(small.length / 1000);
  const ms = (what: string, value: number | null, budget: number): Measurement => {
    if (value === null) throw new Error(`Our own server does not answer: ${what}.`);
    return { what, value, unit: 'ms', budget };
  };
  const editor = (what: string, { figures }: { readonly figures: EditorFigures }) => [
    ms(`${what}: keystroke to diagnostics`, figures.keystroke, 50),
    ms(`${what}: keystroke that breaks the file, or mends it`, figures.breakingKeystroke, 50),
    ms(`${what}: open to diagnostics in a server just started`, figures.coldOpen, 450),
    ms(`${what}: hover`, figures.hover, 3),
    ms(`${what}: completion`, figures.completion, 10),
    ms(`${what}: document symbols`, figures.symbols, 25),
    { what: `${what}: memory of the server`, value: figures.memory, unit: 'MB' as const, budget: 150 },
  ];
  return [
    ...editor('QRDA III', ours),
    ms('all guide rules, warm, parsed file', warm.guide, 25),
    ms('read, check and convert, warm', warm.checkAndConvert, 60),
    ms(`CLI check, cold, ${kilobytes} kB file`, measureCommandLine(small), 250),
    ...editor('QPP JSON', ourJson),
  ];
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
