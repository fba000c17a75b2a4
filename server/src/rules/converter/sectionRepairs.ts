import type { TemplateNode } from '../../qrda3/decode/nodes.ts';
import { elementsAt, measureIds } from '../../qrda3/decode/values.ts';
import type { GuideTable } from '../../qrda3/guide/table.ts';
import { REPORTING_PARAMETERS, reportingParameters } from '../../qrda3/skeleton/section.ts';
import { tag } from '../../qrda3/skeleton/tag.ts';
import { insertSkeleton } from '../fixing/skeletonEdits.ts';
import { addTemplateOfYear } from '../fixing/templateEdits.ts';
import type { ProposedFix } from '../rule.ts';
import { withoutRepetition } from './refusal.ts';

/**
 * Makes the number of reporting parameters acts in a section one. The period of a quality section is the whole year;
 * that of another is somebody's to say.
 */
export function actFixes(
  section: TemplateNode,
  acts: readonly TemplateNode[],
  text: string,
  table: GuideTable | undefined,
  isFullYear: boolean,
): ProposedFix[] {
  if (acts.length > 1) return withoutRepetition(acts, text);
  const [unseen] = elementsAt(section.element, ['entry', 'act']);
  if (unseen) return addTemplateOfYear(unseen, REPORTING_PARAMETERS, table, text);
  if (!table) return [];
  const { children } = section.element;
  const firstEntry = children.findIndex(({ local }) => local === 'entry');
  const place = firstEntry === -1 ? children.length : firstEntry;
  const entry = insertSkeleton(
    text,
    section.element,
    place,
    (context) => tag('entry typeCode="DRIV"', reportingParameters(context)),
    table,
  );
  const title = `Add reporting parameters for the whole of ${table.performanceYear}`;
  return [{ title, edits: [entry], ...(!isFullYear && { isChoice: true }) }];
}

/** Gives the measures of a section the template by which the converter knows them. */
export function templateFixes(
  section: TemplateNode,
  root: string,
  text: string,
  table: GuideTable | undefined,
): ProposedFix[] {
  const measures = elementsAt(section.element, ['entry', 'organizer']).filter(
    (organizer) => measureIds(organizer).length > 0,
  );
  const fixes = measures.flatMap((organizer) => addTemplateOfYear(organizer, root, table, text));
  const [first] = fixes;
  return first ? [{ ...first, edits: fixes.flatMap(({ edits }) => edits) }] : [];
}
