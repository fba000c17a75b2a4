import * as vscode from 'vscode';
import type { WorkspaceParticipant } from '../../../server/src/lsp/protocol.ts';
import { entityName } from '../../../server/src/submission/entityName.ts';
import type { WorkspaceFiles } from '../workspace/workspaceFiles.ts';
import { ELECTIONS, ELIGIBILITY_NOTE, type Election, electionCsv, electionLabel } from './elections.ts';
import { participantId } from './names.ts';

const STATE_KEY = 'qppLens.elections';

/** The user's notes on opt-in decisions, kept with the workspace on this machine. */
export interface ElectionNotes extends vscode.Disposable {
  readonly onChange: vscode.Event<void>;
  of(participant: WorkspaceParticipant): Election | undefined;
  /** Lets the user choose a note for a participant. */
  choose(participant: WorkspaceParticipant): Promise<void>;
  /** Saves all participants with their notes as CSV where the user says. */
  export(files: WorkspaceFiles): Promise<void>;
}

export function createElectionNotes(state: vscode.Memento): ElectionNotes {
  const changed = new vscode.EventEmitter<void>();
  const all = () => state.get<Readonly<Record<string, Election>>>(STATE_KEY, {});
  const noted = ({ key }: WorkspaceParticipant) => all()[key];

  async function note(key: string, election: Election | undefined): Promise<void> {
    const { [key]: _, ...others } = all();
    await state.update(STATE_KEY, election === undefined ? others : { ...others, [key]: election });
    changed.fire();
  }

  return {
    onChange: changed.event,
    of: noted,
    async choose(participant) {
      const current = noted(participant);
      const choices = [
        ...ELECTIONS.map(({ election, label, detail }) => ({
          election: election as Election | undefined,
          label,
          detail,
          ...(election === current && { description: 'noted now' }),
        })),
        ...(current ? [{ election: undefined, label: 'Remove the note', detail: '' }] : []),
      ];
      const chosen = await vscode.window.showQuickPick(choices, {
        title: `Opt-in decision of ${entityName(participant.entityType)} ${participantId(participant)}, ${participant.performanceYear}`,
        placeHolder: ELIGIBILITY_NOTE,
      });
      if (chosen) await note(participant.key, chosen.election);
    },
    async export(files) {
      const content = electionCsv(await files.participants(), noted);
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
      const target = await vscode.window.showSaveDialog({
        title: ELIGIBILITY_NOTE,
        filters: { CSV: ['csv'] },
        ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'opt-in-decisions.csv') }),
      });
      if (!target) return;
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
      await vscode.window.showTextDocument(target, { preview: false });
    },
    dispose: () => changed.dispose(),
  };
}

/** `noted: opt in`, for the view. */
export function electionText(election: Election | undefined): string {
  return election === undefined ? '' : `noted: ${electionLabel(election).toLowerCase()}`;
}
