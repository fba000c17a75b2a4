import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureVsCodeHost, type VsCodeEdition } from './vscodeHost.ts';

/** A folder of extensions that a package was installed into, as a user's VS Code does it. */
export interface InstalledExtension {
  readonly extensionsFolder: string;
  remove(): void;
}

/** Installs a .vsix into a fresh folder of extensions. */
export function installExtension(vsix: string, edition: VsCodeEdition = 'newest'): InstalledExtension {
  const { nodePath, serverScript } = ensureVsCodeHost(edition);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'qpp-lens-installed-'));
  const extensionsFolder = path.join(scratch, 'extensions');
  const options = ['--extensions-dir', extensionsFolder, '--server-data-dir', path.join(scratch, 'data')];
  execFileSync(
    nodePath,
    [serverScript, '--install-extension', vsix, ...options, '--accept-server-license-terms'],
    {
      env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return {
    extensionsFolder,
    remove: () => fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }),
  };
}
