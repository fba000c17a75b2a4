import type { PageMessage, PanelState } from '../messages.ts';

/** What VS Code gives a page to talk to its extension. */
interface VsCodeApi {
  postMessage(message: PageMessage): void;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's only line to the extension; VS Code hands it out once. */
export const vscode = acquireVsCodeApi();
