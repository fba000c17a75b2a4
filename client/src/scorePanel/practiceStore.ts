import * as vscode from 'vscode';
import { type Practice, readPractice } from '../../../server/src/scoring/practice.ts';

const key = 'qppLens.practice';

/** What the user states of the practice, kept for the workspace. */
export interface PracticeStore extends vscode.Disposable {
  read(): Practice;
  write(practice: Practice): void;
  readonly onChange: vscode.Event<Practice>;
}

export function createPracticeStore(workspaceState: vscode.Memento): PracticeStore {
  const changed = new vscode.EventEmitter<Practice>();
  return {
    read: () => readStoredPractice(workspaceState),
    write(practice) {
      void workspaceState.update(key, practice);
      changed.fire(practice);
    },
    onChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

/** What is stored; an older version's or a damaged value counts as nothing stated. */
export function readStoredPractice(workspaceState: vscode.Memento): Practice {
  return readPractice(workspaceState.get(key));
}
