import type { JsonDocument, JsonObject, JsonValue } from '../json/tree.ts';
import { member } from '../json/tree.ts';
import { PARTICIPANT_FIELDS } from './fields.ts';
import { asMeant } from './keys.ts';

/**
 * What a JSON text of the QPP world is. `submission`: what qpp.cms.gov takes as a file, also what the converter
 * writes. `measurement-set`: body of POST or PUT /measurement-sets, one set with its submission nested in it or named
 * by id. `patch`: body of PATCH. `response`: what the API answers. `error-response`: what the API or the converter
 * answers when it refuses. `fragment`: single measurements or sets, cut out of a file.
 */
export type JsonShape =
  | 'submission'
  | 'measurement-set'
  | 'patch'
  | 'response'
  | 'error-response'
  | 'fragment';

/** Where the parts of a submission stand in a JSON text, whatever its shape. */
export interface SubmissionParts {
  /** `null` when the text has none of QPP's keys. */
  readonly shape: JsonShape | null;
  /** The object with entityType, the ids and the year. */
  readonly participant: JsonObject | null;
  /** Measurement sets. */
  readonly sets: readonly JsonObject[];
  /** Measurements that stand in no set (`fragment`). */
  readonly looseMeasurements: readonly JsonObject[];
}

const NOTHING: SubmissionParts = { shape: null, participant: null, sets: [], looseMeasurements: [] };

/** Finds participant, sets and measurements in any of the known shapes. */
export function locateParts(json: JsonDocument): SubmissionParts {
  const { root } = json;
  if (root?.type === 'array') return partsOfArray(root.items);
  return root?.type === 'object' ? partsOfObject(root) : NOTHING;
}

function partsOfObject(root: JsonObject): SubmissionParts {
  if (isErrorResponse(root)) return { ...NOTHING, shape: 'error-response' };
  const answered = answeredObject(root);
  if (answered) return { ...partsOfObject(answered), shape: 'response' };
  if (hasKey(root, 'measurementSets')) return submissionParts(root);
  const nested = objectAt(root, 'submission');
  if (hasKey(root, 'measurements')) return setParts(root, nested);
  if (hasKey(root, 'measureId')) return { ...NOTHING, shape: 'fragment', looseMeasurements: [root] };
  if (hasKey(root, 'category') && hasKey(root, 'submissionMethod')) return setParts(root, nested);
  const looksLikeSubmission = hasKey(root, 'entityType') || hasKey(root, 'performanceYear');
  return looksLikeSubmission ? submissionParts(root) : NOTHING;
}

function submissionParts(root: JsonObject): SubmissionParts {
  return {
    shape: 'submission',
    participant: root,
    sets: objectsIn(member(asMeant(root, PARTICIPANT_FIELDS), 'measurementSets')),
    looseMeasurements: [],
  };
}

function setParts(root: JsonObject, participant: JsonObject | null): SubmissionParts {
  const isSet =
    participant !== null || ['category', 'submissionMethod', 'submissionId'].some((key) => hasKey(root, key));
  return { shape: isSet ? 'measurement-set' : 'patch', participant, sets: [root], looseMeasurements: [] };
}

function partsOfArray(items: readonly JsonValue[]): SubmissionParts {
  const objects = items.filter((item) => item.type === 'object');
  const looseMeasurements = objects.filter((item) => hasKey(item, 'measureId'));
  const sets = objects.filter((item) => hasKey(item, 'measurements'));
  if (looseMeasurements.length > 0 || sets.length > 0) {
    return { shape: 'fragment', participant: null, sets, looseMeasurements };
  }
  const first = objects.find((item) => hasKey(item, 'measurementSets'));
  return first ? { ...submissionParts(first), shape: 'fragment' } : NOTHING;
}

// The API wraps its answers: {"data": {"submission": …}}, {"data": {"measurementSet": …}}.
function answeredObject(root: JsonObject): JsonObject | null {
  const wrapper = objectAt(root, 'data') ?? root;
  const submission = objectAt(wrapper, 'submission');
  if (submission && (wrapper !== root || hasKey(submission, 'measurementSets'))) return submission;
  return wrapper === root ? null : (objectAt(wrapper, 'measurementSet') ?? ownShape(wrapper));
}

function ownShape(wrapper: JsonObject): JsonObject | null {
  const submissions = member(wrapper, 'submissions');
  if (submissions?.type === 'array') return objectsIn(submissions)[0] ?? null;
  return hasKey(wrapper, 'measurementSets') || hasKey(wrapper, 'measurements') ? wrapper : null;
}

// {"error": {type, message, details}} from the API, {"errors": [{sourceIdentifier, details}]} from the converter.
function isErrorResponse(root: JsonObject): boolean {
  const error = objectAt(root, 'error');
  if (error && (hasKey(error, 'message') || hasKey(error, 'details'))) return true;
  return objectsIn(member(root, 'errors')).some((item) => hasKey(item, 'details') || hasKey(item, 'message'));
}

function hasKey(object: JsonObject, key: string): boolean {
  return object.properties.some((property) => property.key === key);
}

function objectAt(object: JsonObject, key: string): JsonObject | null {
  const value = member(object, key);
  return value?.type === 'object' ? value : null;
}

/** The objects of an array, or the one object that stands where an array should; none of any other value. */
export function objectsIn(value: JsonValue | undefined): JsonObject[] {
  if (value?.type === 'object') return [value];
  return value?.type === 'array' ? value.items.filter((item) => item.type === 'object') : [];
}
