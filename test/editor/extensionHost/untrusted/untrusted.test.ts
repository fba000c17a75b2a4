import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, ruleOf, rulesIn } from '../findings.ts';
import { eventually, rangeOf, replace, showFile } from '../workspaceFile.ts';

const bloodPressure2025 = '2c928083-8907-ce68-0189-2bbd31d6064e';
const unknownGuid = '00000000-8907-ce68-0189-2bbd31d6064e';

describe('a workspace that is not trusted', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    editor = await showFile('group-2025.xml');
  });

  it('is one', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('runs the XPath checks of the user, and not its own', async () => {
    await eventually(() => rulesIn(editor.document.uri).includes('of-the-user') || undefined);
    assert(!rulesIn(editor.document.uri).includes('of-the-workspace'));
  });

  it('names no folder of measures data', () => {
    assert.equal(vscode.workspace.getConfiguration('qppLens').get('measuresData'), null);
  });

  it('is checked, with the severities that it sets', async () => {
    await replace(editor, bloodPressure2025, unknownGuid);
    const finding = await eventually(() =>
      findingsIn(editor.document.uri).find((candidate) => ruleOf(candidate) === 'measure-guid-unknown'),
    );
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Information);
    await replace(editor, unknownGuid, bloodPressure2025);
  });

  it('is explained', async () => {
    const { uri } = editor.document;
    const { start } = rangeOf(editor, bloodPressure2025);
    await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        start,
      );
      return hovers[0];
    });
  });
});
