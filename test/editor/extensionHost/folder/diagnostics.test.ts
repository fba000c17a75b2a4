import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, ruleOf } from '../findings.ts';
import { eventually, rangeOf, replace, showFile } from '../workspaceFile.ts';

const bloodPressure2025 = '2c928083-8907-ce68-0189-2bbd31d6064e';
const unknownGuid = '00000000-8907-ce68-0189-2bbd31d6064e';

describe('diagnostics', () => {
  it('point at a measure GUID that an edit has made wrong', async () => {
    const editor = await showFile('group-2025.xml');
    await replace(editor, bloodPressure2025, unknownGuid);

    const diagnostic = await eventually(() => wrongGuid(editor));
    assert.equal(diagnostic.source, 'QPP Lens');
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(diagnostic.range.isEqual(rangeOf(editor, unknownGuid)));
  });

  it('go when the GUID is right again', async () => {
    const editor = await showFile('group-2025.xml');
    await replace(editor, unknownGuid, bloodPressure2025);
    await eventually(() => (wrongGuid(editor) === undefined ? true : undefined));
  });

  it('follow the severity that the settings give a rule', async () => {
    const editor = await showFile('group-2025.xml');
    await replace(editor, bloodPressure2025, unknownGuid);
    const settings = vscode.workspace.getConfiguration('qppLens');
    await settings.update('rules', { 'measure-guid-unknown': 'information' });

    await eventually(() =>
      wrongGuid(editor)?.severity === vscode.DiagnosticSeverity.Information ? true : undefined,
    );
    await settings.update('rules', undefined);
    await replace(editor, unknownGuid, bloodPressure2025);
  });

  it('are found in QPP JSON too', async () => {
    const editor = await showFile('individual-2025.json');
    await replace(editor, '"entityType": "individual"', '"entityType": "group"');
    await eventually(() => ours(editor)[0]);
    await replace(editor, '"entityType": "group"', '"entityType": "individual"');
    await eventually(() => (ours(editor).length === 0 ? true : undefined));
  });

  it('are none in XML that is no QRDA III', async () => {
    const editor = await showFile('note.xml');
    await eventually(() => vscode.languages.getDiagnostics(editor.document.uri));
    assert.deepEqual(ours(editor), []);
  });
});

function ours(editor: vscode.TextEditor): vscode.Diagnostic[] {
  return findingsIn(editor.document.uri);
}

function wrongGuid(editor: vscode.TextEditor): vscode.Diagnostic | undefined {
  return ours(editor).find((finding) => ruleOf(finding) === 'measure-guid-unknown');
}
