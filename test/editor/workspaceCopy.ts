import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface WorkspaceCopy {
  readonly folder: string;
  remove(): void;
}

/** A copy of test/editor/workspace that tests may change. */
export function copyWorkspace(): WorkspaceCopy {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-editor-'));
  const folder = path.join(scratch, 'workspace');
  fs.cpSync(path.join(__dirname, 'workspace'), folder, { recursive: true });
  return { folder, remove: () => fs.rmSync(scratch, { recursive: true, force: true }) };
}
