import type { ScoreCategory, ScoreResult } from '../../../../server/src/lsp/protocol.ts';
import type { Practice } from '../../../../server/src/scoring/practice.ts';
import type { WhatIf } from '../../../../server/src/scoring/whatIf.ts';
import type { ExportFormat, RowRef, ScoreMessage } from '../messages.ts';
import type { WhatIfTarget } from '../whatIfChanges.ts';

/** What the user can do on the page. */
export interface PageActions {
  readonly reveal: (row: RowRef) => void;
  readonly revealRemark: (category: ScoreCategory | 'general', index: number, remark: number) => void;
  readonly statePractice: (practice: Practice) => void;
  readonly tryOut: (change: WhatIf) => void;
  /** Takes a row's changes back, or all. */
  readonly takeBack: (targets: readonly WhatIfTarget[] | 'all') => void;
  readonly chooseProgram: (programName: string) => void;
  readonly save: (format: ExportFormat) => void;
  readonly follow: () => void;
  /** Shows the fields for what-if values, or hides them. */
  readonly toggleTrying: () => void;
}

/** Everything the page is a function of. */
export interface PageView {
  readonly message: ScoreMessage;
  readonly marked: RowRef | null;
  /** Whether the fields for what-if values are shown. */
  readonly isTrying: boolean;
  readonly actions: PageActions;
}

/** The page's view of files that have a score. */
export interface ScoredView extends PageView {
  readonly result: ScoreResult;
}
