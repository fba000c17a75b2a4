import type { ScoreCategory, ScoreResult } from '../../../server/src/lsp/protocol.ts';
import type { Practice } from '../../../server/src/scoring/practice.ts';
import type { WhatIf } from '../../../server/src/scoring/whatIf.ts';

/** A row of the breakdown. */
export interface RowRef {
  readonly category: ScoreCategory;
  readonly index: number;
}

/** The files to show and their score, with all that it was made under. */
export interface ScoreMessage {
  readonly type: 'score';
  /** None: no XML or JSON file was active yet. */
  readonly files: readonly ShownFile[];
  /** Whether the panel goes along when another file becomes active; not so while it shows several files. */
  readonly isFollowing: boolean;
  /** `null`: none of the files is QRDA III or QPP JSON. */
  readonly result: ScoreResult | null;
  /** The program the user chose; `null`: the first of the files. */
  readonly programName: string | null;
  readonly practice: Practice;
  readonly whatIf: readonly WhatIf[];
}

export interface ShownFile {
  readonly uri: string;
  readonly name: string;
}

/** The row of the last score to mark, and to scroll to; `null`: none. */
export interface MarkMessage {
  readonly type: 'mark';
  readonly row: RowRef | null;
}

/** What the page tells the extension. */
export type PageMessage =
  /** The page listens: it may be sent the score. */
  | { readonly type: 'ready' }
  /** The user chose a row: its value is to be shown in the file. */
  | { readonly type: 'reveal'; readonly row: RowRef }
  /** The user chose a finding: of a row, or of those that stand in none. */
  | {
      readonly type: 'revealRemark';
      readonly category: ScoreCategory | 'general';
      readonly index: number;
      readonly remark: number;
    }
  | { readonly type: 'practice'; readonly practice: Practice }
  | { readonly type: 'whatIf'; readonly whatIf: readonly WhatIf[] }
  | { readonly type: 'program'; readonly programName: string }
  | { readonly type: 'export'; readonly format: ExportFormat }
  /** Several files were enough: the panel is to follow the active file again. */
  | { readonly type: 'follow' };

export type ExportFormat = 'csv' | 'page';

/** What the page keeps for the time after a reload of the window. */
export interface PanelState {
  readonly uris: readonly string[];
  readonly isFollowing: boolean;
  readonly programName: string | null;
  readonly whatIf: readonly WhatIf[];
}
