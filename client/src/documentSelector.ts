import type { TextDocument } from 'vscode';

const languages = ['xml', 'json', 'jsonc'];
const schemes = ['file', 'untitled', 'vscode-vfs'];

/** The documents that the language server is told about. */
export const documentSelector = languages.flatMap((language) =>
  schemes.map((scheme) => ({ language, scheme })),
);

/** Whether the document may be QRDA III or QPP JSON by its language and where it comes from. */
export function isSelected(document: TextDocument): boolean {
  return languages.includes(document.languageId) && schemes.includes(document.uri.scheme);
}
