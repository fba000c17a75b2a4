/**
 * `npm run bench:activation`: what the extension's start costs a user, as VS Code itself counts it (its editor "Running
 * Extensions"): loading the code and running `activate`, for files of others and for a QRDA III file. Each time is of a
 * fresh window.
 */
import type { Page } from 'playwright-core';
import { openWindow, runCommand } from '../../host/window.ts';
import { openFile } from '../editor/window/panelPage.ts';
import { copyWorkspace } from '../editor/workspaceCopy.ts';
import { type Measurement, median, table } from './measurement.ts';

const WINDOWS = 5;

/** What activation may take at most, in milliseconds. */
const BUDGET = 100;

const FILES = [
  { what: 'activation by other XML', name: 'note.xml' },
  { what: 'activation by other JSON', name: 'data.json' },
  { what: 'activation by a QRDA III file', name: 'group-2025.xml' },
] as const;

async function measureAll(): Promise<void> {
  const measurements: Measurement[] = [];
  for (const { what, name } of FILES) {
    const times: number[] = [];
    for (let at = 0; at < WINDOWS; at++) times.push(await activationTime(name));
    measurements.push({ what, value: median(times), unit: 'ms', budget: BUDGET });
    console.log(`${what}: ${times.toSorted((a, b) => a - b).join(', ')} ms`);
  }
  console.log(table(measurements));
}

/** What opening the file in a fresh window costs, in milliseconds. */
async function activationTime(name: string): Promise<number> {
  const workspace = copyWorkspace();
  const window = await openWindow({ folder: workspace.folder });
  try {
    await window.page.locator('.explorer-folders-view').waitFor();
    await openFile(window.page, name);
    return await shownTime(window.page);
  } finally {
    await window.close();
    workspace.remove();
  }
}

async function shownTime(page: Page): Promise<number> {
  await runCommand(page, 'Developer: Show Running Extensions');
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'qpp-lens' });
  const time = row.getByText(/Activation: \d+\s*ms/).first();
  await time.waitFor();
  return Number(/Activation: (\d+)/.exec(await time.innerText())?.[1]);
}

measureAll().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
