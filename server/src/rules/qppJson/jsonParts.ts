import type { JsonFormat } from '../../catalog/jsonFormat.ts';
import type { JsonDocument } from '../../json/tree.ts';
import type { FieldPlace, MeasurementPlace } from '../../qppJson/places.ts';
import { fieldPlaces, measurementPlaces } from '../../qppJson/places.ts';
import type { SubmissionParts } from '../../qppJson/shape.ts';
import { locateParts } from '../../qppJson/shape.ts';
import type { RuleContext } from '../rule.ts';
import { unsettledMeasurements } from './unsettled.ts';

/** A QPP JSON document as its own rules look at it. */
export interface JsonParts extends SubmissionParts {
  readonly json: JsonDocument;
  /** `null` when nothing is published for the year. */
  readonly format: JsonFormat | null;
  /** The measurements that a rule about single measurements has to look at (see `unsettled.ts`). */
  readonly measurements: readonly MeasurementPlace[];
  /** The objects whose fields are known, of the measurements only those. */
  readonly objects: readonly FieldPlace[];
  /** All measurements, for what is told of several at once. */
  allMeasurements(): readonly MeasurementPlace[];
  /** Every object whose fields are known. */
  allObjects(): readonly FieldPlace[];
}

/** Made once for each check, since a dozen rules walk the same objects. */
const partsByContext = new WeakMap<RuleContext, JsonParts | null>();

/** The parts of a QPP JSON document; `null` for QRDA III, and for a text without any part of a submission. */
export function jsonParts(context: RuleContext): JsonParts | null {
  const known = partsByContext.get(context);
  if (known !== undefined) return known;
  const parts = makeParts(context);
  partsByContext.set(context, parts);
  return parts;
}

function makeParts(context: RuleContext): JsonParts | null {
  const { document, catalog } = context;
  if (document.format !== 'qpp-json') return null;
  const parts = locateParts(document.json);
  if (parts.shape === null || parts.shape === 'error-response') return null;
  const measurements = measurementPlaces(parts, catalog, unsettledMeasurements(context, parts));
  return {
    ...parts,
    json: document.json,
    format: catalog.jsonFormat,
    measurements,
    objects: fieldPlaces(parts, catalog, measurements),
    allMeasurements: () => measurementPlaces(parts, catalog),
    allObjects: () => fieldPlaces(parts, catalog),
  };
}
