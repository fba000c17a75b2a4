import type { Connection } from 'vscode-languageserver';

/**
 * Takes what the server's own code threw where no request waits for it, in a timer: uncaught it would end the server.
 * The log names the places in the code alone, since a message may quote the file.
 */
export function createFaultLog({ console }: Pick<Connection, 'console'>): (error: unknown) => void {
  return (error) => {
    const name = error instanceof Error ? error.name : typeof error;
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
    console.error([`QPP Lens failed to check a file (${name}), a fault in QPP Lens.`, ...places].join('\n'));
  };
}
