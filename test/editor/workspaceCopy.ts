import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { conflictFolder } from '../fixtures/conflicts/conflictFolder.ts';

export interface WorkspaceCopy {
  readonly folder: string;
  /** Beside the folder, and removed with it. */
  readonly scratch: string;
  remove(): void;
}

/** A copy of test/editor/workspace that tests may change, with a folder of files that contradict each other. */
export function copyWorkspace(): WorkspaceCopy {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-editor-'));
  const folder = path.join(scratch, 'workspace');
  fs.cpSync(path.join(__dirname, 'workspace'), folder, { recursive: true });
  writeConflicts(path.join(folder, 'conflicts'));
  return { folder, scratch, remove: () => fs.rmSync(scratch, { recursive: true, force: true }) };
}

/** A `.code-workspace` file of the copy and of a second folder, which leaves files of next year out. */
export function writeMultiRootWorkspace({ scratch }: WorkspaceCopy): string {
  const second = path.join(scratch, 'second');
  writeConflicts(second);
  writeSettings(second, { 'qppLens.workspace.exclude': ['next-year.xml'] });
  const file = path.join(scratch, 'both.code-workspace');
  fs.writeFileSync(file, JSON.stringify({ folders: [{ path: 'workspace' }, { path: 'second' }] }));
  return file;
}

/** Settings of a folder, as its author has put them there. */
export function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): void {
  fs.mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  fs.writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}

function writeConflicts(folder: string): void {
  fs.mkdirSync(folder);
  for (const [name, text] of conflictFolder(2023)) fs.writeFileSync(path.join(folder, name), text);
}
