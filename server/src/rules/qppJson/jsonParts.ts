import type { JsonFormat } from '../../catalog/jsonFormat.ts';
import type { JsonDocument } from '../../json/tree.ts';
import type { FieldPlace, MeasurementPlace } from '../../qppJson/places.ts';
import { fieldPlaces, measurementPlaces } from '../../qppJson/places.ts';
import type { SubmissionParts } from '../../qppJson/shape.ts';
import { locateParts } from '../../qppJson/shape.ts';
import type { RuleContext } from '../rule.ts';

/** A QPP JSON document as its own rules look at it. */
export interface JsonParts extends SubmissionParts {
  readonly json: JsonDocument;
  /** `null` when nothing is published for the year. */
  readonly format: JsonFormat | null;
  readonly measurements: readonly MeasurementPlace[];
  /** Every object whose fields are known. */
  readonly objects: readonly FieldPlace[];
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

function makeParts({ document, catalog }: RuleContext): JsonParts | null {
  if (document.format !== 'qpp-json') return null;
  const parts = locateParts(document.json);
  if (parts.shape === null || parts.shape === 'error-response') return null;
  const measurements = measurementPlaces(parts, catalog);
  return {
    ...parts,
    json: document.json,
    format: catalog.jsonFormat,
    measurements,
    objects: fieldPlaces(parts, catalog, measurements),
  };
}
