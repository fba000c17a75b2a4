import * as vscode from 'vscode';
import { checkWorkspace } from '../commands/checkWorkspace.ts';
import type { LanguageServer } from '../languageServer.ts';
import { createElectionNotes } from '../participants/electionNotes.ts';
import { canElect } from '../participants/elections.ts';
import type { ParticipantNode } from '../participants/nodes.ts';
import {
  createParticipantsView,
  pickParticipant,
  showCombinedScore,
} from '../participants/participantsView.ts';
import { createWorkspaceFiles } from './workspaceFiles.ts';

/** The workspace's files and participants, with their commands. */
export function contributeWorkspace(
  context: vscode.ExtensionContext,
  server: LanguageServer,
): vscode.Disposable {
  const files = createWorkspaceFiles(server);
  const notes = createElectionNotes(context.workspaceState);
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    files,
    notes,
    createParticipantsView(files, notes),
    registerCommand('qppLens.checkWorkspace', () => checkWorkspace(files)),
    registerCommand('qppLens.showCombinedScore', (node?: ParticipantNode) => showCombinedScore(files, node)),
    registerCommand('qppLens.noteElection', async (node?: ParticipantNode) => {
      const participant = node?.participant ?? (await pickParticipant(files, canElect));
      if (participant) await notes.choose(participant);
    }),
    registerCommand('qppLens.exportElections', () => notes.export(files)),
  );
}
