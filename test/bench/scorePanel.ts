/**
 * `npm run bench:panel -- FILE TEXT`: the time from a keystroke in a file to the painted score panel, in a real VS Code
 * window. TEXT occurs once in the file, and changing what stands before its end changes the score. Milliseconds.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openWindow, panelContent, runCommand } from '../../host/window.ts';
import { openFile, selectText } from '../editor/window/panelPage.ts';

const strokes = 20;

async function measure(file: string, text: string): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-panel-'));
  fs.copyFileSync(file, path.join(folder, path.basename(file)));
  const window = await openWindow({ folder });
  try {
    const strokes = await strokeTimes(window.page, path.basename(file), text);
    console.log(path.basename(file));
    console.log(`  the character in the editor  ${summary(strokes.map(({ editor }) => editor))}`);
    console.log(`  the panel                    ${summary(strokes.map(({ panel }) => panel))}`);
  } finally {
    await window.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function summary(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)];
  return `median ${at(0.5)} ms, 90 % ${at(0.9)} ms, worst ${at(1)} ms`;
}

/** What a keystroke takes until VS Code shows it, which is the machine's own pace, and until the panel does. */
interface Stroke {
  readonly editor: number;
  readonly panel: number;
}

async function strokeTimes(page: Page, name: string, text: string): Promise<Stroke[]> {
  const panel = panelContent(page);
  await page.locator('.explorer-folders-view').waitFor();
  await openFile(page, name);
  await runCommand(page, 'QPP Lens: Show Score Panel');
  await panel.locator('tbody tr').first().waitFor();
  await selectText(page, text);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  const times: Stroke[] = [];
  for (let stroke = 0; stroke < strokes; stroke++) {
    const drawn = nextPaint(page.locator('.monaco-editor .view-lines').first());
    const painted = nextPaint(panel.locator('#score'));
    await page.waitForTimeout(400);
    const pressed = Date.now();
    await page.keyboard.press(stroke % 2 === 0 ? '1' : 'Backspace');
    times.push({ editor: (await drawn) - pressed, panel: (await painted) - pressed });
  }
  return times;
}

/** When the next change of an element is on the screen: the frame after the one that it is drawn in. */
function nextPaint(element: Locator): Promise<number> {
  return element.evaluate(
    (changing) =>
      new Promise<number>((resolve) => {
        const look = new MutationObserver(() => {
          look.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
        });
        look.observe(changing, { characterData: true, childList: true, subtree: true });
      }),
  );
}

const [file, text] = process.argv.slice(2);
if (file === undefined || text === undefined) throw new Error('Name a file and a text in it.');
measure(file, text).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
