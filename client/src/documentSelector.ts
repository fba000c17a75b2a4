import type { TextDocument } from 'vscode';

const languages = ['xml', 'json', 'jsonc'];

/**
 * Where files come from: a disk, nowhere yet, a repository on the web, and a remote machine as an extension in the
 * browser sees its disk. Other schemes hold copies of files, such as the older side of a comparison, whose findings
 * would stand in the Problems list a second time.
 */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'];

/** The documents that the language server is told about. */
export const documentSelector = languages.flatMap((language) =>
  schemes.map((scheme) => ({ language, scheme })),
);

/** Whether the document may be QRDA III or QPP JSON by its language and where it comes from. */
export function isSelected(document: TextDocument): boolean {
  return languages.includes(document.languageId) && schemes.includes(document.uri.scheme);
}
