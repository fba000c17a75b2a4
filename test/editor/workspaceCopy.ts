import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { conflictFolder } from '../fixtures/conflicts/conflictFolder.ts';

export interface WorkspaceCopy {
  readonly folder: string;
  remove(): void;
}

/** A copy of test/editor/workspace that tests may change, with a folder of files that contradict each other. */
export function copyWorkspace(): WorkspaceCopy {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-editor-'));
  const folder = path.join(scratch, 'workspace');
  fs.cpSync(path.join(__dirname, 'workspace'), folder, { recursive: true });
  fs.mkdirSync(path.join(folder, 'conflicts'));
  for (const [name, text] of conflictFolder(2023))
    fs.writeFileSync(path.join(folder, 'conflicts', name), text);
  return { folder, remove: () => fs.rmSync(scratch, { recursive: true, force: true }) };
}
