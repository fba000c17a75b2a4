import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { rulesIn } from '../findings.ts';
import { eventually, replace, showFile } from '../workspaceFile.ts';

const bloodPressure2025 = '2c928083-8907-ce68-0189-2bbd31d6064e';
const unknownGuid = '00000000-8907-ce68-0189-2bbd31d6064e';

describe('a language server whose process ends', () => {
  it('is started again, and knows the open files and those of a checked workspace as before', async () => {
    const editor = await showFile('group-2025.xml');
    // The command ends when its message is closed.
    void vscode.commands.executeCommand('qppLens.checkWorkspace');
    await eventually(() => hasConflict());

    const [first, ...others] = serverProcesses();
    assert.ok(first !== undefined && others.length === 0);
    process.kill(first, 'SIGKILL');
    const second = await eventually(() => serverProcesses().find((id) => id !== first));
    assert.notEqual(second, first);

    await replace(editor, bloodPressure2025, unknownGuid);
    await eventually(() =>
      rulesIn(editor.document.uri).includes('measure-guid-unknown') ? true : undefined,
    );
    await replace(editor, unknownGuid, bloodPressure2025);
    await eventually(() =>
      rulesIn(editor.document.uri).includes('measure-guid-unknown') ? undefined : true,
    );

    // That a file contradicts another only a server tells that was sent all of them again.
    const registry = uriOf('conflicts/registry.json');
    const content = await vscode.workspace.fs.readFile(registry);
    await vscode.workspace.fs.writeFile(registry, new TextEncoder().encode('{}'));
    await eventually(() => (hasConflict() ? undefined : true));
    await vscode.workspace.fs.writeFile(registry, content);
    await eventually(() => hasConflict());
  });
});

function hasConflict(): true | undefined {
  return rulesIn(uriOf('conflicts/registry.json')).includes('pi-answer-conflict') || undefined;
}

function uriOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('The window has no folder.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** The processes of this extension host that run our server. */
function serverProcesses(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((id) => Number.isInteger(id) && isOurServer(id));
}

function isOurServer(id: number): boolean {
  try {
    const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1]);
    return parent === process.pid && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('server.js');
  } catch {
    // It has ended meanwhile.
    return false;
  }
}
