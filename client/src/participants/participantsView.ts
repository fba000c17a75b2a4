import * as vscode from 'vscode';
import {
  type ShowScoreArgument,
  showScoreCommand,
  type WorkspaceParticipant,
} from '../../../server/src/lsp/protocol.ts';
import { entityName } from '../../../server/src/submission/entityName.ts';
import type { WorkspaceFiles } from '../workspace/workspaceFiles.ts';
import type { ElectionNotes } from './electionNotes.ts';
import { participantId } from './names.ts';
import {
  type ParticipantNode,
  type ParticipantsNode,
  participantNodes,
  setNodes,
  yearNodes,
} from './nodes.ts';
import { treeItem } from './treeItems.ts';

const VIEW = 'qppLens.participants';
/** Decides which words stand in the empty view. */
const CHECKED_CONTEXT = 'qppLens.workspaceChecked';

/** Pause after a change before the view asks again, in milliseconds. */
const REFRESH_PAUSE = 200;

/** The view of the workspace's participants; what lies in a node is asked for when it is opened. */
export function createParticipantsView(files: WorkspaceFiles, notes: ElectionNotes): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let timer: NodeJS.Timeout | undefined;

  const provider: vscode.TreeDataProvider<ParticipantsNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => treeItem(node, notes),
    async getChildren(node) {
      if (node === undefined) return files.isChecked ? yearNodes(await files.participants()) : [];
      switch (node.kind) {
        case 'year':
          return node.participants.map((participant) => ({ kind: 'participant', participant }));
        case 'participant':
          return participantNodes(node.participant.key, await files.filesOf(node.participant.key));
        case 'file':
          return setNodes(node.participantKey, node.file);
        default:
          return [];
      }
    },
  };

  function refreshSoon(): void {
    void vscode.commands.executeCommand('setContext', CHECKED_CONTEXT, files.isChecked);
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(), REFRESH_PAUSE);
  }

  return vscode.Disposable.from(
    changed,
    vscode.window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true }),
    files.onChange(refreshSoon),
    notes.onChange(refreshSoon),
    { dispose: () => clearTimeout(timer) },
  );
}

/** `Show Combined Score`: the score panel on all files of a participant. */
export async function showCombinedScore(files: WorkspaceFiles, node?: ParticipantNode): Promise<void> {
  const participant = node?.participant ?? (await pickParticipant(files, () => true));
  if (!participant) return;
  const { files: all } = await files.filesOf(participant.key);
  const argument: ShowScoreArgument = { uris: all.map(({ uri }) => uri) };
  await vscode.commands.executeCommand(showScoreCommand, argument);
}

/** The participant a command is about, when it is not called on one in the view. */
export async function pickParticipant(
  files: WorkspaceFiles,
  isMeant: (participant: WorkspaceParticipant) => boolean,
): Promise<WorkspaceParticipant | undefined> {
  const participants = (await files.participants()).filter(isMeant);
  if (participants.length === 0) {
    void vscode.window.showInformationMessage(
      'No participant is known yet. "QPP Lens: Check Workspace" looks for them.',
    );
    return undefined;
  }
  const items = participants.map((participant) => ({
    label: `${entityName(participant.entityType)} ${participantId(participant)}`,
    description: String(participant.performanceYear),
    participant,
  }));
  const options = { placeHolder: 'Participant', matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.participant;
}
