import * as vscode from 'vscode';
import { type Settings, settingsSection } from '../../server/src/lsp/protocol.ts';

/**
 * The settings as they are when the server starts; it is told of changes by itself. Made anew, because VS Code's own
 * objects are guarded against changes and cannot be posted to a worker.
 */
export function readSettings(): Settings {
  return JSON.parse(JSON.stringify(currentSettings()));
}

function currentSettings(): Settings {
  const section = vscode.workspace.getConfiguration(settingsSection);
  return {
    profile: section.get('profile', 'upload'),
    performanceYear: section.get('performanceYear', null),
    rules: section.get('rules', {}),
    measuresData: section.get('measuresData', null),
    xpathChecks: section.get('xpathChecks', []),
    inlayHints: {
      measureNames: section.get('inlayHints.measureNames', true),
      populationRoles: section.get('inlayHints.populationRoles', true),
      rates: section.get('inlayHints.rates', true),
      dates: section.get('inlayHints.dates', true),
    },
    codeLens: section.get('codeLens', true),
  };
}
