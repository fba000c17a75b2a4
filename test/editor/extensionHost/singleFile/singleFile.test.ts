import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, rulesIn } from '../findings.ts';
import { eventually, rangeOf, replace } from '../workspaceFile.ts';

const bloodPressure2025 = '2c928083-8907-ce68-0189-2bbd31d6064e';
const unknownGuid = '00000000-8907-ce68-0189-2bbd31d6064e';

describe('a window with a single file', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await eventually(() => vscode.window.activeTextEditor);
  });

  it('has no folder', () => {
    assert.equal(vscode.workspace.workspaceFolders, undefined);
  });

  it('shows the findings of the file', async () => {
    await replace(editor, bloodPressure2025, unknownGuid);
    await eventually(() => rulesIn(editor.document.uri).includes('measure-guid-unknown') || undefined);
    await replace(editor, unknownGuid, bloodPressure2025);
    await eventually(() => !rulesIn(editor.document.uri).includes('measure-guid-unknown') || undefined);
  });

  it('explains the file and shows its score', async () => {
    const { start } = rangeOf(editor, bloodPressure2025);
    const card = await eventually(async () => {
      const { uri } = editor.document;
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        start,
      );
      return hovers[0];
    });
    assert.ok(card);
    await vscode.commands.executeCommand('qppLens.showScore');
    await eventually(() => tabLabels().find((label) => label.includes('Score')));
  });

  it('has no workspace to check, and says nothing of other files', async () => {
    // The command ends when its message is closed.
    void vscode.commands.executeCommand('qppLens.checkWorkspace');
    await replace(editor, bloodPressure2025, unknownGuid);
    await eventually(() => rulesIn(editor.document.uri).includes('measure-guid-unknown') || undefined);
    const withFindings = vscode.languages.getDiagnostics().filter(([uri]) => findingsIn(uri).length > 0);
    assert.deepEqual(
      withFindings.map(([uri]) => uri.path),
      [editor.document.uri.path],
    );
    await replace(editor, unknownGuid, bloodPressure2025);
  });
});

function tabLabels(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}
