import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createOpenDocuments } from '../../../server/src/lsp/openDocuments.ts';
import { readSettings } from '../../../server/src/lsp/settings.ts';
import { knowledge } from '../../fixtures/knowledge.ts';
import { qrda3 } from '../../fixtures/qrda3/document.ts';

describe('An open document', () => {
  const settings = readSettings({});
  const source = (text: string, version: unknown) =>
    TextDocument.create('file:///a.xml', 'xml', version as number, text);

  it('is read once in a version', () => {
    const documents = createOpenDocuments();
    const version = source(qrda3({ year: 2025 }), 1);
    assert.equal(documents.read(version, settings, knowledge), documents.read(version, settings, knowledge));
  });

  it('is read also when the client gave its version no number', () => {
    const { document } = createOpenDocuments().read(
      source(qrda3({ year: 2025 }), undefined),
      settings,
      knowledge,
    );
    assert.equal(document.format, 'qrda3');
  });
});
