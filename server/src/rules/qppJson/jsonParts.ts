import type { JsonFormat } from '../../catalog/jsonFormat.ts';
import type { JsonDocument } from '../../json/tree.ts';
import type { SubmissionParts } from '../../qppJson/shape.ts';
import { locateParts } from '../../qppJson/shape.ts';
import type { RuleContext } from '../rule.ts';

/** A QPP JSON document as its own rules look at it. */
export interface JsonParts extends SubmissionParts {
  readonly json: JsonDocument;
  /** `null` when nothing is published for the year. */
  readonly format: JsonFormat | null;
}

/** The parts of a QPP JSON document; `null` for QRDA III, and for a text without any part of a submission. */
export function jsonParts({ document, catalog }: RuleContext): JsonParts | null {
  if (document.format !== 'qpp-json') return null;
  const parts = locateParts(document.json);
  if (parts.shape === null || parts.shape === 'error-response') return null;
  return { ...parts, json: document.json, format: catalog.jsonFormat };
}
