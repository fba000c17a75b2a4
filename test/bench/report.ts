import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { EditedFile, EditorFigures } from './editor.ts';
import type { FileCountCost } from './fileCount.ts';
import type { FileSizeCost } from './fileSize.ts';
import { type Measurement, table } from './measurement.ts';
import { logPlot } from './plot.ts';

/** A server's figures, on the file of the run. */
export interface Compared {
  readonly server: string;
  readonly figures: EditorFigures;
}

/** How the cost grows with the size of a file and the number of files. */
export interface Growth {
  readonly fileSize: readonly FileSizeCost[];
  readonly fileCount: readonly FileCountCost[];
}

/** All of one run. */
export interface BenchRun {
  readonly xml: EditedFile;
  readonly json: EditedFile;
  readonly budgets: readonly Measurement[];
  readonly xmlFigures: readonly Compared[];
  readonly jsonFigures: readonly Compared[];
  readonly growth: Growth;
}

/** What was measured on, in one line. */
export function heading({ text }: EditedFile): string {
  return `${os.cpus().length} cores, Node ${process.version}, QRDA III file of ${megabytes(text)}`;
}

/** The servers beside each other, as a Markdown table. */
export function comparison({ text, uri }: EditedFile, compared: readonly Compared[]): string {
  const format = uri.endsWith('.json') ? 'QPP JSON' : 'QRDA III';
  const rows = compared.map(({ server, figures }) => {
    const { start, coldOpen, keystroke, breakingKeystroke, completionTyping } = figures;
    const { hover, completion, symbols, memory } = figures;
    const opening = [start, coldOpen];
    const editing = [keystroke, breakingKeystroke, completionTyping];
    const cells = [...opening, ...editing, hover, completion, symbols, memory];
    return `| ${[server, ...cells.map((value) => value?.toFixed(1) ?? '–')].join(' | ')} |`;
  });
  return [
    `| ${format}, ${megabytes(text)} | start | open, cold | keystroke | breaking keystroke | completion while typing | hover | completion | symbols | memory, MB |`,
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Writes `benchmarks.md` and its plots into the folder of the documentation. */
export function writeReport(docs: string, run: BenchRun): void {
  const { fileSize, fileCount } = run.growth;
  const sizeSeries = (['QRDA III', 'QPP JSON'] as const).map((name) => ({
    name,
    points: fileSize
      .filter(({ format }) => format === name)
      .map((cost) => [cost.megabytes, cost.milliseconds] as const),
  }));
  const countSeries = [
    { name: 'check', points: fileCount.map(({ files, seconds }) => [files, seconds] as const) },
  ];
  const images = path.join(docs, 'images');
  fs.writeFileSync(
    path.join(images, 'cost-by-file-size.svg'),
    logPlot(sizeSeries, 'size of the file, MB', 'read and check, ms'),
  );
  fs.writeFileSync(
    path.join(images, 'cost-by-file-count.svg'),
    logPlot(countSeries, 'files of 60 kB', 'qpp-lens check, s'),
  );
  fs.writeFileSync(path.join(docs, 'benchmarks.md'), page(run));
}

function page({ xml, json, budgets, xmlFigures, jsonFigures, growth }: BenchRun): string {
  return `# Benchmarks

What a user waits for, measured by \`npm run bench -- --report\` on ${heading(xml)}. Medians of at least 20, in
milliseconds, measured by a language client over stdio on the production build.

## Budgets

${table(budgets)}

A keystroke types a digit into a value in the middle of the file, or takes it away again; a breaking one a quotation
mark, so that the file is no XML or JSON until it is taken away. "While typing" below counts from a completion that is
asked right behind a keystroke: the file is read again first. The server is started before a file is opened cold.

## Beside others, on the same files in the same run

${comparison(xml, xmlFigures)}

${comparison(json, jsonFigures)}

VS Code's JSON server waits half a second after a keystroke before it validates. Another XML server is measured with
\`--peer NAME=COMMAND LINE\`.

## Cost as a file grows

![Cost by file size](images/cost-by-file-size.svg)

| format | MB | read and check, ms | ms for each MB |
|---|---|---|---|
${growth.fileSize.map(sizeRow).join('\n')}

## Cost as the number of files grows

![Cost by number of files](images/cost-by-file-count.svg)

| files | MB | seconds | most memory, MB |
|---|---|---|---|
${growth.fileCount.map(countRow).join('\n')}
`;
}

function sizeRow({ format, megabytes: size, milliseconds }: FileSizeCost): string {
  return `| ${format} | ${size.toFixed(1)} | ${milliseconds.toFixed(0)} | ${(milliseconds / size).toFixed(1)} |`;
}

function countRow({ files, megabytes: size, seconds, memoryMegabytes }: FileCountCost): string {
  return `| ${files} | ${size.toFixed(1)} | ${seconds.toFixed(2)} | ${memoryMegabytes.toFixed(0)} |`;
}

function megabytes(text: string): string {
  return `${(text.length / 1e6).toFixed(2)} MB`;
}
