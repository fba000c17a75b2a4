import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type InstalledExtension, installExtension } from '../../host/installedExtension.ts';
import type { VsCodeEdition } from '../../host/vscodeHost.ts';

const root = path.resolve(__dirname, '../..');

/** The extension as `npm run package` makes it. What was built in dist/ before is gone afterwards. */
export interface PackagedExtension {
  install(edition: VsCodeEdition): InstalledExtension;
  remove(): void;
}

export function packageExtension(): PackagedExtension {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-package-'));
  const vsix = path.join(folder, 'qpp-lens.vsix');
  execFileSync('npm', ['run', '--silent', 'package', '--', '--out', vsix], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return {
    install: (edition) => installExtension(vsix, edition),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
