import type { Connection } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import { codeActions, completed } from './codeActions.ts';
import { type Mending, mended } from './mending.ts';

/** Wires fixes; what mends many places is worked out when somebody picks it. */
export function answerCodeActions(connection: Connection, session: Session): void {
  const mend = (mending: Mending) =>
    mended(mending, session.opened(mending.uri), session.settings, session.knowledge, session.client);

  connection.onCodeAction(({ textDocument: { uri }, range, context }) => {
    const open = session.opened(uri);
    return open ? codeActions(open, range, context, session.client, mend) : [];
  });

  connection.onCodeActionResolve((action) => completed(action, mend));
}
