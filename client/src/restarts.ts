import { type BaseLanguageClient, State } from 'vscode-languageclient';

/**
 * Calls back when the server runs again, asked to or because the library started it after its process had ended, and
 * knows the open files again.
 */
export function onRestart(client: BaseLanguageClient, restarted: () => void): void {
  client.onDidChangeState(({ newState }) => {
    if (newState !== State.Running) return;
    // Running it is as soon as it has greeted; the start ends when it was sent the open files.
    client.start().then(restarted, () => undefined);
  });
}
