import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, showFile } from '../workspaceFile.ts';

const bloodPressure2024 = '2c928085-806c-39a2-0180-7092fa9b0145';
const bloodPressure2025 = '2c928083-8907-ce68-0189-2bbd31d6064e';

describe('moving a file to another year', () => {
  it('is shown as a comparison, and changes nothing before it is applied', async () => {
    const editor = await showFile('group-2025.xml');
    const original = editor.document.getText();
    await vscode.commands.executeCommand('qppLens.moveToYear', 2024);

    const comparison = await eventually(() => shownComparison());
    assert.equal(comparison.original.toString(), editor.document.uri.toString());
    const moved = await vscode.workspace.openTextDocument(comparison.modified);
    assert.ok(moved.getText().includes(bloodPressure2024));
    assert.equal(editor.document.getText(), original);

    await vscode.commands.executeCommand('qppLens.applyMove');
    assert.equal(editor.document.getText(), moved.getText());
    assert.ok(!editor.document.getText().includes(bloodPressure2025));
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), original);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('lists what stays in a document of its own', async () => {
    await showFile('group-2025.xml');
    await vscode.commands.executeCommand('qppLens.moveToYear', 2026);
    await vscode.commands.executeCommand('qppLens.listMoveLeftovers');
    const list = await eventually(() => {
      const text = vscode.window.activeTextEditor?.document.getText();
      return text?.includes('what stays') ? text : undefined;
    });
    assert.match(list, /line \d+: CMS165v13 .* has not published the eCQM GUIDs of 2026/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('a redacted copy', () => {
  it('opens as a new document', async () => {
    const editor = await showFile('group-2025.xml');
    await vscode.commands.executeCommand('qppLens.openRedactedCopy');
    const copy = await eventually(() => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.isUntitled ? document : undefined;
    });
    assert.notEqual(copy.getText(), editor.document.getText());
    assert.match(copy.getText(), /Test Organization 1/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

function shownComparison(): vscode.TabInputTextDiff | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? input : undefined;
}
