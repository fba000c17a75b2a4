import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { AskXpath } from '../xpath/query.ts';
import { importErrorReport } from './errorReport/importErrorReport.ts';
import { goToPath } from './goToPath.ts';
import { documentPathAt } from './pathAt.ts';
import {
  type GoToPathParams,
  goToPathRequest,
  type ImportReportParams,
  importReportRequest,
  type PathAtParams,
  pathAtRequest,
} from './protocol.ts';
import type { Session } from './session.ts';

/** Wires what knows places by their paths: error reports, "Copy XPath" and "Go to XPath". */
export function answerPathRequests(connection: Connection, session: Session, ask: AskXpath): void {
  connection.onRequest(
    importReportRequest,
    ({ uri, report }: ImportReportParams, token: CancellationToken) => {
      const open = session.opened(uri);
      return open && importErrorReport(report, open, session.knowledge, ask, signalOf(token));
    },
  );

  connection.onRequest(pathAtRequest, ({ uri, position }: PathAtParams) => {
    const document = session.opened(uri)?.document;
    return document ? documentPathAt(document, document.lines.offsetAt(position)) : null;
  });

  connection.onRequest(goToPathRequest, ({ uri, path }: GoToPathParams, token: CancellationToken) => {
    const open = session.opened(uri);
    return open && goToPath(path, open.document, ask, signalOf(token));
  });
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
