import type { Guide } from '../../qrda3/guide/tables.ts';
import type { XmlDocument } from '../../xml/tree.ts';
import type { Problem } from '../rule.ts';
import { diagnose } from './diagnosis.ts';
import { type GuideContext, guideFor } from './guideFor.ts';

/** The guide layer's problems by rule id. */
export type GuideProblems = ReadonlyMap<string, readonly Problem[]>;

const NONE: GuideProblems = new Map();

/** A document is diagnosed once for all rules that ask; the answer lives as long as the document. */
const diagnoses = new WeakMap<XmlDocument, { readonly guide: Guide; readonly problems: GuideProblems }>();

/** What the guide of the file's year finds. Empty for anything but QRDA III, and for years without a guide. */
export function guideProblems(context: GuideContext): GuideProblems {
  const { document, before, performanceYear, guides, cdaSchema } = context;
  const guide = guideFor(performanceYear, guides);
  if (document.format !== 'qrda3' || !guide) return NONE;
  const known = diagnoses.get(document.xml);
  if (known?.guide === guide) return known.problems;
  const problems = diagnose(guide, document.xml, before?.format === 'qrda3' ? before.xml : null, cdaSchema);
  diagnoses.set(document.xml, { guide, problems });
  return problems;
}
