import type { ScoreCategory, ScoreResult } from '../../../server/src/lsp/protocol.ts';

/** What the extension tells the page: the file to show and its score. */
export interface ScoreMessage {
  readonly type: 'score';
  /** `null`: no XML or JSON file was active yet. */
  readonly file: ShownFile | null;
  /** `null`: the file is neither QRDA III nor QPP JSON. */
  readonly result: ScoreResult | null;
}

export interface ShownFile {
  readonly uri: string;
  readonly name: string;
}

/** What the page tells the extension. */
export type PageMessage =
  /** The page listens: it may be sent the score. */
  | { readonly type: 'ready' }
  /** The user chose a row: its value is to be shown in the file. */
  | { readonly type: 'reveal'; readonly category: ScoreCategory; readonly index: number };

/** What the page keeps for the time after a reload of the window. */
export interface PanelState {
  readonly uri: string;
}

const categories: readonly unknown[] = ['quality', 'pi', 'ia'] satisfies readonly ScoreCategory[];

/** Whether a message that came from the page has one of the page's shapes. */
export function isPageMessage(message: unknown): message is PageMessage {
  if (!isRecord(message)) return false;
  if (message.type === 'ready') return true;
  return message.type === 'reveal' && categories.includes(message.category) && isIndex(message.index);
}

/** Whether a message that came to the page is a score it can show. */
export function isScoreMessage(message: unknown): message is ScoreMessage {
  if (!isRecord(message) || message.type !== 'score') return false;
  return isNullOr(message.file, isShownFile) && isNullOr(message.result, isScoreResult);
}

/** Whether a state that VS Code kept is one that the page wrote. */
export function isPanelState(state: unknown): state is PanelState {
  return isRecord(state) && typeof state.uri === 'string';
}

function isShownFile(value: unknown): boolean {
  return isRecord(value) && typeof value.uri === 'string' && typeof value.name === 'string';
}

/** Looks as deep as the lists: what stands in them was made by our own server. */
function isScoreResult(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.breakdown) || !isRecord(value.places)) return false;
  const { quality, pi, ia, estimate } = value.breakdown;
  return (
    [quality, pi, ia, estimate].every(isRecord) &&
    [value.places.quality, value.places.pi, value.places.ia].every(Array.isArray)
  );
}

function isNullOr(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === null || is(value);
}

function isIndex(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
