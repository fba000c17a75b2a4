/** What client and server say to each other beyond LSP. Types only use plain data, so they cross the wire as they are. */
import type { Profile, Severity } from '../rules/finding.ts';
import type { ScoreBreakdown } from '../scoring/breakdown.ts';
import type { Range } from '../text/lineIndex.ts';

/** Section of the editor's settings, prefix of every command and of the custom requests. */
export const settingsSection = 'qppLens';

/**
 * The settings under `qppLens.*`. A client sends them as `initializationOptions` and again with
 * every `workspace/didChangeConfiguration`, there as `{ settings: { qppLens: Settings } }`.
 * They come from a user's file, so the server checks every value before it uses one.
 */
export interface Settings {
  readonly profile: Profile;
  /** Overrides the year read from the file; `null` leaves it to the file. */
  readonly performanceYear: number | null;
  /** Rule id → severity, or `off`. Rules that are not named keep their own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Folder of a newer checkout of CMS's qpp-measures-data; `null`: our own copy of it. */
  readonly measuresData: string | null;
}

/** What the client sends with `initialize`. */
export interface InitializationOptions extends Settings {
  /** URI of the folder with a page for each rule, to which the code of a finding then leads. */
  readonly rulePages?: string;
}

/**
 * Request, {@link ScoreParams} → {@link ScoreResult} or `null` when the document is not open or is
 * neither QRDA III nor QPP JSON. It is answered for the document's newest version.
 */
export const scoreRequest = 'qppLens/score';

export interface ScoreParams {
  readonly uri: string;
}

/** The score of one file, and where its values stand. */
export interface ScoreResult {
  readonly breakdown: ScoreBreakdown;
  readonly places: ScorePlaces;
}

/** For each row of the breakdown, by index, the value to show in the file; `null` when it has no place. */
export interface ScorePlaces {
  readonly quality: readonly (Range | null)[];
  readonly pi: readonly (Range | null)[];
  readonly ia: readonly (Range | null)[];
}

/** The lists of the breakdown whose rows have a place in the file. */
export type ScoreCategory = keyof ScorePlaces;

/** Request, {@link ParticipantsParams} → {@link ParticipantEntry}[]: who some files are for. */
export const participantsRequest = 'qppLens/participants';

/** The files to look at, as text: the server reads no file by itself. */
export interface ParticipantsParams {
  readonly files: readonly { readonly path: string; readonly text: string }[];
}
