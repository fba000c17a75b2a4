import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, rulesIn } from '../findings.ts';
import { eventually } from '../workspaceFile.ts';

describe('a workspace of several folders', () => {
  before(async () => {
    // The command ends when its message is closed.
    void vscode.commands.executeCommand('qppLens.checkWorkspace');
    await eventually(() => rulesIn(uriOf('second', 'registry.json')).length > 0 || undefined);
  });

  it('is checked in all its folders', async () => {
    await eventually(() => rulesIn(uriOf('workspace', 'conflicts/registry.json')).length > 0 || undefined);
  });

  it('tells what files of different folders say together', async () => {
    const related = await eventually(() => acrossFolders()[0]);
    assert.ok(related.message);
  });

  it('leaves out of each folder what the settings of that folder exclude', async () => {
    await eventually(() => rulesIn(uriOf('workspace', 'conflicts/next-year.xml')).length > 0 || undefined);
    assert.deepEqual(rulesIn(uriOf('second', 'next-year.xml')), []);
  });
});

function uriOf(folder: string, name: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find((candidate) => candidate.name === folder);
  assert.ok(found);
  return vscode.Uri.joinPath(found.uri, name);
}

/** What findings of one folder say of files of the other. */
function acrossFolders(): vscode.DiagnosticRelatedInformation[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return vscode.languages.getDiagnostics().flatMap(([uri]) => {
    const other = folders.find((folder) => folder !== vscode.workspace.getWorkspaceFolder(uri));
    const related = findingsIn(uri).flatMap(({ relatedInformation }) => relatedInformation ?? []);
    return related.filter(({ location }) => vscode.workspace.getWorkspaceFolder(location.uri) === other);
  });
}
