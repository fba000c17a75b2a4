import { type ExtensionContext, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { type InitializationOptions, settingsSection } from '../../server/src/lsp/protocol.ts';
import { documentSelector } from './documentSelector.ts';
import { readStoredPractice } from './scorePanel/practiceStore.ts';
import { readSettings } from './settings.ts';

/** What the client tells the server, wherever that runs. */
export function clientOptions(context: ExtensionContext): LanguageClientOptions {
  return {
    documentSelector,
    initializationOptions: (): InitializationOptions => ({
      ...readSettings(),
      rulePages: Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
      practice: readStoredPractice(context.workspaceState),
    }),
    synchronize: { configurationSection: settingsSection },
  };
}
