import * as vscode from 'vscode';

/** What QPP Lens says of a file, as the Problems list has it. */
export function findingsIn(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'QPP Lens');
}

/** The rules whose findings a file has. */
export function rulesIn(uri: vscode.Uri): string[] {
  return findingsIn(uri).map(ruleOf);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
