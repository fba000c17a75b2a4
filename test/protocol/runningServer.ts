import type { MessageReader, MessageWriter } from 'vscode-languageserver-protocol';

/** A server that was started and waits for its client. */
export interface RunningServer {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** 0 for a server that has no process of its own. */
  readonly processId: number;
  /** Waits for the end that it was asked for. */
  ended(): Promise<void>;
}
