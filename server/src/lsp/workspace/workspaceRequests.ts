import type { Connection } from 'vscode-languageserver';
import {
  type CheckFilesParams,
  checkFilesRequest,
  type FileSummary,
  type FileSummaryParams,
  type ForgetFilesParams,
  fileSummaryRequest,
  forgetFilesNotification,
  type ParticipantFilesParams,
  participantFilesRequest,
  workspaceParticipantsRequest,
} from '../protocol.ts';
import type { Session } from '../session.ts';
import { fileSummary } from './fileSummary.ts';
import { participantFiles, workspaceParticipants } from './participants.ts';
import type { WorkspaceCheck } from './workspaceCheck.ts';

/** Wires what is asked of the workspace's files. */
export function answerWorkspaceRequests(
  connection: Connection,
  session: Session,
  workspace: WorkspaceCheck,
): void {
  connection.onRequest(checkFilesRequest, async ({ files }: CheckFilesParams, token): Promise<null> => {
    await workspace.checkFiles(files, token);
    return null;
  });

  connection.onNotification(forgetFilesNotification, ({ uris }: ForgetFilesParams) =>
    workspace.forgetFiles(uris),
  );

  connection.onRequest(workspaceParticipantsRequest, () => workspaceParticipants(workspace.index));

  connection.onRequest(participantFilesRequest, ({ key }: ParticipantFilesParams) =>
    participantFiles(workspace.index, key),
  );

  connection.onRequest(fileSummaryRequest, ({ uri }: FileSummaryParams): FileSummary | null => {
    const open = session.opened(uri);
    return open && fileSummary(open.document);
  });
}
