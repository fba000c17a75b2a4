import { formatJsonPath, type PathPart, pathAt } from '../json/path.ts';
import type { JsonDocument, JsonProperty, JsonValue } from '../json/tree.ts';
import { locateParts } from '../qppJson/shape.ts';
import type { Submission } from '../submission/submission.ts';
import { closest } from '../text/closest.ts';
import type { Span } from '../text/span.ts';
import type { Place } from './place.ts';

/** How far a path leads. */
interface Walk {
  readonly value: JsonValue;
  /** The property whose value it is; `null` for the root and for items of a list. */
  readonly property: JsonProperty | null;
  /** How many parts of the path lead here. */
  readonly depth: number;
}

/**
 * The value at a path, or the nearest thing around it that is there: for a key that is missing, the object that should
 * have it. Keys are read as meant (CMS's own fixtures say `measurementsSets`), and a list of one item needs no index.
 */
export function placeOfJsonPath(json: JsonDocument, parts: readonly PathPart[]): Place | null {
  const { root } = json;
  if (root === null) return null;
  const { value, property, depth } = walk(
    startOf(json, parts) ?? { value: root, property: null, depth: 0 },
    parts,
  );
  const isExact = depth === parts.length;
  const reached = formatJsonPath(parts.slice(0, depth)) || 'the file itself';
  return {
    span: spanOf(value, property),
    precision: isExact ? 'exact' : 'ancestor',
    note: isExact
      ? null
      : `The file has no ${formatJsonPath(parts)}; ${reached} is the nearest place that is there.`,
    extent: value.span,
  };
}

/** CMS counts sets from the submission's own root; in the body of an API call the submission is an object inside. */
function startOf(json: JsonDocument, [first, index]: readonly PathPart[]): Walk | null {
  const { root } = json;
  const isDirect = root?.type === 'object' && step({ value: root, property: null, depth: 0 }, first) !== null;
  if (isDirect || first !== 'measurementSets' || typeof index !== 'number') return null;
  const set = locateParts(json).sets[index];
  return set ? { value: set, property: null, depth: 2 } : null;
}

function walk(start: Walk, parts: readonly PathPart[]): Walk {
  let at = start;
  while (at.depth < parts.length) {
    const next = step(at, parts[at.depth]);
    if (next === null) return at;
    at = next;
  }
  return at;
}

function step({ value, depth }: Walk, part: PathPart | undefined): Walk | null {
  if (value.type === 'array') {
    if (typeof part === 'number') {
      const item = value.items[part];
      return item ? { value: item, property: null, depth: depth + 1 } : null;
    }
    const [only] = value.items;
    return only && value.items.length === 1 ? step({ value: only, property: null, depth }, part) : null;
  }
  if (value.type !== 'object' || typeof part !== 'string') return null;
  const property =
    value.properties.findLast(({ key }) => key === part) ?? meantProperty(value.properties, part);
  return property?.value ? { value: property.value, property, depth: depth + 1 } : null;
}

function meantProperty(properties: readonly JsonProperty[], key: string): JsonProperty | undefined {
  const meant = closest(
    key,
    properties.slice(0, 100).map((property) => property.key),
  );
  return properties.findLast((property) => property.key === meant);
}

/** A whole object or list is marked at its key, or at its opening bracket. */
function spanOf({ type, span }: JsonValue, property: JsonProperty | null): Span {
  if (type !== 'object' && type !== 'array') return span;
  return property?.keySpan ?? { start: span.start, end: span.start + 1 };
}

/** The value at a line and column, counted from 1. */
export function placeOfJsonPosition(json: JsonDocument, offset: number): Place | null {
  const { root } = json;
  if (root === null) return null;
  const { value, property } = walk({ value: root, property: null, depth: 0 }, pathAt(json, offset));
  return { span: spanOf(value, property), precision: 'exact', note: null, extent: value.span };
}

const SUBMISSION_FIELDS = [
  'performanceYear',
  'entityType',
  'taxpayerIdentificationNumber',
  'nationalProviderIdentifier',
  'entityId',
] as const;

const SET_FIELDS = [
  'category',
  'submissionMethod',
  'programName',
  'cehrtId',
  'performanceStart',
  'performanceEnd',
] as const;

/**
 * The place in a QRDA III file of a path in the QPP JSON that CMS's converter made of it: the submission API checks
 * that JSON, and its errors name no element.
 */
export function placeInSubmission(submission: Submission, parts: readonly PathPart[]): Place | null {
  const found = madeOf(submission, parts);
  if (!found) return null;
  const note = `${formatJsonPath(parts)} is in the QPP JSON made of this file; this is what it is made of.`;
  return { ...found, note };
}

function madeOf(
  submission: Submission,
  [first, setIndex, key, index]: readonly PathPart[],
): Pick<Place, 'span' | 'extent' | 'precision'> | null {
  const field = SUBMISSION_FIELDS.find((name) => name === first);
  const value = field && submission[field];
  if (value) return { span: value.span, extent: value.span, precision: 'exact' };
  const set = typeof setIndex === 'number' ? submission.measurementSets[setIndex] : undefined;
  if (!set) return null;
  const measurement =
    key === 'measurements' && typeof index === 'number' ? set.measurements[index] : undefined;
  if (measurement) {
    const id = measurement.guid ?? measurement.measureId;
    return { span: id?.span ?? measurement.span, extent: measurement.span, precision: 'exact' };
  }
  const setField = SET_FIELDS.find((name) => name === key);
  const setValue = setField && set[setField];
  if (setValue) return { span: setValue.span, extent: setValue.span, precision: 'exact' };
  return { span: set.span, extent: set.span, precision: key === undefined ? 'exact' : 'ancestor' };
}
