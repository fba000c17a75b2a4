/** What client and server say to each other beyond LSP. Types only use plain data, so they cross the wire as they are. */
import type { Diagnostic } from 'vscode-languageserver';
import type { Profile, Severity, TextEdit } from '../rules/finding.ts';
import type { ScoreBreakdown } from '../scoring/breakdown.ts';
import type { Practice } from '../scoring/practice.ts';
import type { WhatIf } from '../scoring/whatIf.ts';
import type { Participant } from '../submission/participant.ts';
import type { SubmissionFormat } from '../submission/submission.ts';
import type { Position, Range } from '../text/lineIndex.ts';
import type { XpathCheck } from '../xpathChecks/xpathCheck.ts';

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
  /** A team's own checks. */
  readonly xpathChecks: readonly XpathCheck[];
  readonly inlayHints: InlayHintSettings;
  /** Shows what each measure is worth above it. */
  readonly codeLens: boolean;
}

/** Which inlay hints are shown. */
export interface InlayHintSettings {
  /** The measure's name behind its id or GUID. */
  readonly measureNames: boolean;
  /** What a population's GUID counts. */
  readonly populationRoles: boolean;
  /** The performance rate behind the count that meets it. */
  readonly rates: boolean;
  /** Dates written without separators. */
  readonly dates: boolean;
}

/** What the client sends with `initialize`. */
export interface InitializationOptions extends Settings {
  /** URI of the folder with a page for each rule, to which the code of a finding then leads. */
  readonly rulePages?: string;
  readonly practice?: Practice;
}

/**
 * Notification, {@link Practice}: what the user states of the practice behind the files. Every feature that shows
 * points scores under it from then on. Sent too as `practice` of the {@link InitializationOptions}.
 */
export const practiceNotification = 'qppLens/practice';

/** The first message to a server that runs in a browser's worker. */
export interface WorkerStart {
  /** Address of `dist/`, without a slash at its end. */
  readonly dist: string;
}

/** Whether a message that came to the worker is its start. */
export function isWorkerStart(message: unknown): message is WorkerStart {
  return (
    typeof message === 'object' && message !== null && 'dist' in message && typeof message.dist === 'string'
  );
}

/**
 * Request, {@link ScoreParams} → {@link ScoreResult} or `null` when none of the files is QRDA III or QPP JSON. Open
 * files are answered for by their newest version.
 */
export const scoreRequest = 'qppLens/score';

export interface ScoreParams {
  /**
   * The files to score together, oldest first: of the same measure and collection type the last one counts. Files of
   * another participant or year than the first one's are left out with a note.
   */
  readonly files: readonly ScoreFile[];
  /** The program to score, one of {@link ScoreResult.programs}; by default the first of them. */
  readonly programName?: string | null;
  /** Values that are scored instead of those in the files. */
  readonly whatIf?: readonly WhatIf[];
}

/** A file to score: an open one by its address; one that is not open with its text, since the server reads no files. */
export interface ScoreFile {
  readonly uri: string;
  readonly text?: string;
}

/** The score of some files of one participant, and where its values stand. */
export interface ScoreResult {
  /** With the what-ifs, if any were asked for. */
  readonly breakdown: ScoreBreakdown;
  /** What the files come to as they are; `null` when no what-if was asked for. */
  readonly unchanged: ScoreBreakdown | null;
  /** The programs that the files report to. */
  readonly programs: readonly string[];
  /** By file as asked for: the version of the text that was scored; `null` for one that is neither open nor given. */
  readonly versions: readonly (number | null)[];
  readonly places: ScorePlaces;
  readonly remarks: ScoreRemarks;
}

/** Command of the editor that shows the score panel; it takes a {@link ShowScoreArgument} or nothing. */
export const showScoreCommand = 'qppLens.showScore';

/** What the score panel is to show; of the active file when no file is named. */
export interface ShowScoreArgument {
  /** One file; the panel goes on to follow the active editor. */
  readonly uri?: string;
  /** Several files of one participant, oldest first: their combined score stays until the user follows the editor again. */
  readonly uris?: readonly string[];
  /** The row to scroll to and mark: a measure or activity by its id, */
  readonly measureId?: string;
  /** and, of a quality measure sent in several ways, the collection type that is meant. */
  readonly collectionType?: string;
}

/** For each row of the breakdown, by index, where it stands; `null` when it stands in none of the files. */
export type ScorePlaces = Readonly<Record<ScoreCategory, readonly (ScorePlace | null)[]>>;

export interface ScorePlace {
  /** Index into {@link ScoreParams.files}. */
  readonly file: number;
  /** The value to show: the measure's id, or the name of its element. */
  readonly range: Range;
  /** The whole measurement. */
  readonly extent: Range;
}

/** The lists of the breakdown whose rows have a place in the files. */
export type ScoreCategory = 'quality' | 'pi' | 'ia';

/** The findings that cost points: for each row of the breakdown, by index, and those that stand in no row. */
export interface ScoreRemarks extends Readonly<Record<ScoreCategory, readonly (readonly ScoreRemark[])[]>> {
  readonly general: readonly ScoreRemark[];
  /** How many more than these there are. */
  readonly furtherGeneral: number;
}

/** A finding as the score tells it. */
export interface ScoreRemark {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Index into {@link ScoreParams.files}. */
  readonly file: number;
  readonly range: Range;
}

/** Request, {@link ParticipantsParams} → {@link ParticipantEntry}[]: who some files are for. */
export const participantsRequest = 'qppLens/participants';

/** The files to look at, as text: the server reads no file by itself. */
export interface ParticipantsParams {
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/**
 * Request, {@link CheckFilesParams} → `null`: checks files of the workspace, which from then on belong to it. The
 * diagnostics of those that are not open are published as usual; what files say together comes with
 * {@link acrossFilesNotification}. A client sends few files at a time and the next when this is answered.
 */
export const checkFilesRequest = 'qppLens/workspace/checkFiles';

export interface CheckFilesParams {
  readonly files: readonly WorkspaceText[];
}

export interface WorkspaceText {
  readonly uri: string;
  /** `null` for a file that is neither QRDA III nor QPP JSON. Of an open file its own text counts. */
  readonly text: string | null;
}

/** Notification, {@link ForgetFilesParams}: files left the workspace or are not to be checked any more. */
export const forgetFilesNotification = 'qppLens/workspace/forgetFiles';

export interface ForgetFilesParams {
  /** Files, and folders with all that lies in them. */
  readonly uris: readonly string[];
}

/** Notification to the client, {@link AcrossFilesParams}: what files of the workspace say together. */
export const acrossFilesNotification = 'qppLens/workspace/acrossFiles';

export interface AcrossFilesParams {
  /** Replaces what was said of each of these files; other files keep theirs. */
  readonly files: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
}

/** Notification to the client, without parameters: participants, their files or conflicts have changed. */
export const workspaceChangedNotification = 'qppLens/workspace/changed';

/** Request, no parameters → {@link WorkspaceParticipant}[]: who the checked files are for, by year. */
export const workspaceParticipantsRequest = 'qppLens/workspace/participants';

/** One participant in one performance year. */
export interface WorkspaceParticipant {
  readonly key: string;
  readonly performanceYear: number;
  readonly entityType: string;
  readonly tin: string | null;
  readonly npi: string | null;
  readonly entityId: string | null;
  readonly programs: readonly string[];
  readonly fileCount: number;
  readonly conflictCount: number;
}

/** Request, {@link ParticipantFilesParams} → {@link ParticipantFilesResult}: the files of one participant and year. */
export const participantFilesRequest = 'qppLens/workspace/participantFiles';

export interface ParticipantFilesParams {
  readonly key: string;
}

export interface ParticipantFilesResult {
  readonly files: readonly ParticipantFile[];
  readonly conflicts: readonly ParticipantConflict[];
}

export interface ParticipantFile {
  readonly uri: string;
  readonly format: SubmissionFormat;
  readonly sets: readonly ParticipantSet[];
}

export interface ParticipantSet {
  readonly category: string;
  readonly submissionMethod: string;
  readonly programName: string;
  readonly measurementCount: number;
  readonly range: Range;
}

/** What files of the participant say together, at the place of one of them. */
export interface ParticipantConflict {
  readonly uri: string;
  readonly range: Range;
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly message: string;
}

/** Request, {@link FileSummaryParams} → {@link FileSummary} or `null`: what an open file is, in a few words. */
export const fileSummaryRequest = 'qppLens/fileSummary';

export interface FileSummaryParams {
  readonly uri: string;
}

export interface FileSummary {
  readonly format: SubmissionFormat;
  readonly performanceYear: number | null;
  readonly programs: readonly string[];
  readonly participant: Participant | null;
}

/** Request, {@link RedactParams} → {@link RedactedCopy}[]: copies that may be shown to others, in the order of the texts. */
export const redactRequest = 'qppLens/redact';

/** Files to redact together: the same value is replaced by the same in all of them. */
export interface RedactParams {
  readonly texts: readonly string[];
}

export interface RedactedCopy {
  readonly text: string;
  /** What was replaced, in words for the user: `2 NPIs, 1 TIN`; empty when nothing was. */
  readonly replaced: string;
}

/**
 * Request, {@link ImportReportParams} → {@link ImportReportResult} or `null` when the file is not open: an error report
 * of CMS laid upon an open file.
 */
export const importReportRequest = 'qppLens/importReport';

export interface ImportReportParams {
  readonly uri: string;
  /** The report's text, in any form that CMS's programs give it. */
  readonly report: string;
}

export interface ImportReportResult {
  /** The client shows them until they are cleared or the text at their place is edited. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many of them name no place in the file. */
  readonly placeless: number;
  /** Sentences on what could not be read or is about other files. */
  readonly notes: readonly string[];
}

/**
 * Request, {@link PathAtParams} → the path of what stands there as CMS's error reports write it, or `null`: an XPath
 * with local-name(), in QPP JSON `measurementSets[0].measurements[24]`.
 */
export const pathAtRequest = 'qppLens/pathAt';

export interface PathAtParams {
  readonly uri: string;
  readonly position: Position;
}

/** Request, {@link GoToPathParams} → {@link GoToPathResult} or `null` when the file is not open. */
export const goToPathRequest = 'qppLens/goToPath';

export interface GoToPathParams {
  readonly uri: string;
  /** An XPath, a JSON path, or `line 12, column 5`. */
  readonly path: string;
}

export interface GoToPathResult {
  /** The first place that fits, or the nearest to it. */
  readonly range: Range | null;
  /** A sentence when the path does not lead to exactly one place. */
  readonly message: string | null;
}

/**
 * Request, {@link MoveParams} → {@link MovedFile} or `null` when the document is not open or no submission. Nothing is
 * changed: the client shows the moved text and makes the edits once the user agrees.
 */
export const moveRequest = 'qppLens/moveToYear';

export interface MoveParams {
  readonly uri: string;
  /** The performance year to move to. */
  readonly year: number;
}

export interface MovedFile {
  /** The performance year the file is of. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** What makes the moved text of the open one. */
  readonly edits: readonly TextEdit[];
  /** What stays or has to be looked at, in the order of the places, which are those of the moved text. */
  readonly leftovers: readonly { readonly range: Range; readonly message: string }[];
}
