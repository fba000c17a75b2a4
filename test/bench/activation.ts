/**
 * `npm run bench:activation`: what the extension's start costs a user: loading its code and running `activate`, in the
 * extension host of a fresh window, for files of others and for a QRDA III file. VS Code's own figure ("Running
 * Extensions") is no use for it: in a window in a browser it counts some 200 ms for an extension of one line.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWindow } from '../../host/window.ts';
import { openFile } from '../editor/window/panelPage.ts';
import { copyWorkspace } from '../editor/workspaceCopy.ts';
import { type Measurement, median, table } from './measurement.ts';

const WINDOWS = 5;

/** What activation may take at most, in milliseconds. */
const BUDGET = 100;

/** How long a window may take to activate the extension, in milliseconds. */
const PATIENCE = 60_000;

const FILES = [
  { what: 'activation by other XML', name: 'note.xml' },
  { what: 'activation by other JSON', name: 'data.json' },
  { what: 'activation by a QRDA III file', name: 'group-2025.xml' },
] as const;

const REPOSITORY = path.resolve(__dirname, '../..');

/** Stands before the extension's code and notes the milliseconds that loading and activating it take. */
const STOPWATCH = `
const { performance } = require('node:perf_hooks');
const start = performance.now();
const extension = require('./dist/extension.js');
const loading = performance.now() - start;
exports.activate = (context) => {
  const start = performance.now();
  const api = extension.activate(context);
  const time = loading + performance.now() - start;
  require('node:fs').writeFileSync(require('node:path').join(__dirname, 'time'), String(time));
  return api;
};
exports.deactivate = extension.deactivate;
`;

async function measureAll(): Promise<void> {
  const measurements: Measurement[] = [];
  for (const { what, name } of FILES) {
    const times: number[] = [];
    for (let at = 0; at < WINDOWS; at++) times.push(await activationTime(name));
    measurements.push({ what, value: median(times), unit: 'ms', budget: BUDGET });
    const inOrder = times.toSorted((a, b) => a - b);
    console.log(`${what}: ${inOrder.map((time) => time.toFixed(0)).join(', ')} ms`);
  }
  console.log(table(measurements));
}

/** What opening the file in a fresh window costs, in milliseconds. */
async function activationTime(name: string): Promise<number> {
  const workspace = copyWorkspace();
  const extension = extensionWithStopwatch();
  const window = await openWindow({ folder: workspace.folder, extension: { folder: extension } });
  try {
    await window.page.locator('.explorer-folders-view').waitFor();
    await openFile(window.page, name);
    return await timeIn(path.join(extension, 'time'));
  } finally {
    await window.close();
    workspace.remove();
    fs.rmSync(extension, { recursive: true });
  }
}

/** A folder with the extension as it was just built, but for the stopwatch. */
function extensionWithStopwatch(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-activation-'));
  for (const entry of fs.readdirSync(REPOSITORY)) {
    if (entry !== 'package.json') fs.symlinkSync(path.join(REPOSITORY, entry), path.join(folder, entry));
  }
  const manifest = JSON.parse(fs.readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8'));
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ ...manifest, main: './stopwatch.js' }),
  );
  fs.writeFileSync(path.join(folder, 'stopwatch.js'), STOPWATCH);
  return folder;
}

async function timeIn(file: string): Promise<number> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    const time = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
    if (time > 0) return time;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The extension was not activated.');
}

measureAll().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
