import type { ScoreCategory } from '../../../server/src/lsp/protocol.ts';
import { type Practice, readPractice } from '../../../server/src/scoring/practice.ts';
import type { WhatIf, WhatIfValue } from '../../../server/src/scoring/whatIf.ts';
import type {
  ExportFormat,
  MarkMessage,
  PageMessage,
  PanelState,
  RowRef,
  ScoreMessage,
  ShownFile,
} from './messages.ts';

const categories: readonly unknown[] = ['quality', 'pi', 'ia'] satisfies readonly ScoreCategory[];
const exportFormats: readonly unknown[] = ['csv', 'page'] satisfies readonly ExportFormat[];

/** Whether a message that came from the page has one of the page's shapes. */
export function isPageMessage(message: unknown): message is PageMessage {
  if (!isRecord(message)) return false;
  switch (message.type) {
    case 'ready':
    case 'follow':
      return true;
    case 'reveal':
      return isRowRef(message.row);
    case 'revealRemark':
      return (
        (message.category === 'general' || categories.includes(message.category)) &&
        isCount(message.index) &&
        isCount(message.remark)
      );
    case 'practice':
      return isPractice(message.practice);
    case 'whatIf':
      return isListOf(message.whatIf, isWhatIf);
    case 'program':
      return typeof message.programName === 'string';
    case 'export':
      return exportFormats.includes(message.format);
    default:
      return false;
  }
}

/** Whether a message that came to the page is a score it can show. */
export function isScoreMessage(message: unknown): message is ScoreMessage {
  return (
    isRecord(message) &&
    message.type === 'score' &&
    isListOf(message.files, isShownFile) &&
    typeof message.isFollowing === 'boolean' &&
    (message.result === null || isScoreResult(message.result)) &&
    isStringOrNull(message.programName) &&
    isPractice(message.practice) &&
    isListOf(message.whatIf, isWhatIf)
  );
}

/** Whether a message that came to the page names a row to mark. */
export function isMarkMessage(message: unknown): message is MarkMessage {
  return isRecord(message) && message.type === 'mark' && (message.row === null || isRowRef(message.row));
}

/** Whether a state that VS Code kept is one that the page wrote. */
export function isPanelState(state: unknown): state is PanelState {
  return (
    isRecord(state) &&
    isListOf(state.uris, isString) &&
    typeof state.isFollowing === 'boolean' &&
    isStringOrNull(state.programName) &&
    isListOf(state.whatIf, isWhatIf)
  );
}

function isRowRef(value: unknown): value is RowRef {
  return isRecord(value) && categories.includes(value.category) && isCount(value.index);
}

function isPractice(value: unknown): value is Practice {
  return isRecord(value) && isSame(readPractice(value), value);
}

function isWhatIf(value: unknown): value is WhatIf {
  return (
    isRecord(value) &&
    isString(value.measureId) &&
    [value.collectionType, value.stratum].every((part) => part === undefined || isString(part)) &&
    isWhatIfValue(value.value)
  );
}

function isWhatIfValue(value: unknown): value is WhatIfValue {
  if (!isRecord(value)) return false;
  switch (value.kind) {
    case 'counts':
      return isCount(value.met) && isCount(value.of) && value.met <= value.of;
    case 'answer':
      return typeof value.yes === 'boolean';
    default:
      return value.kind === 'leftOut';
  }
}

function isShownFile(value: unknown): value is ShownFile {
  return isRecord(value) && isString(value.uri) && isString(value.name);
}

/** Looks as deep as the lists: what stands in them was made by our own server. */
function isScoreResult(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { breakdown, unchanged, places, remarks, programs } = value;
  return (
    isBreakdown(breakdown) &&
    (unchanged === null || isBreakdown(unchanged)) &&
    [places, remarks].every((lists) => isRecord(lists) && hasLists(lists)) &&
    isListOf(programs, isString)
  );
}

function isBreakdown(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return [value.quality, value.pi, value.ia, value.estimate].every(isRecord) && Array.isArray(value.notes);
}

function hasLists(lists: Readonly<Record<string, unknown>>): boolean {
  return [lists.quality, lists.pi, lists.ia].every(Array.isArray);
}

/** Two plain values with the same keys and contents, in any order of the keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
}

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isStringOrNull(value: unknown): value is string | null {
  return value === null || isString(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
