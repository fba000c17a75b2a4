import type { Edit } from '../text/edit.ts';
import { attributeValue, child, childrenNamed, type XmlDocument, type XmlElement } from '../xml/tree.ts';
import { elementsOf } from './elements.ts';
import type { Move } from './yearMove.ts';

const SEX = '2.16.840.1.113883.10.20.27.3.6';
/** CMS's own template of 2026 (CMS_147 to CMS_150): the value is a translation, in SNOMED CT. */
const SEX_AS_TRANSLATION = '2.16.840.1.113883.10.20.27.3.21';

const ADMINISTRATIVE_GENDER = '2.16.840.1.113883.5.1';
const SNOMED = '2.16.840.1.113883.6.96';

/** SNOMED CT female and male, by the codes of AdministrativeGender. Others have no certain counterpart. */
const CODES = [
  { gender: 'F', snomed: '248152002' },
  { gender: 'M', snomed: '248153007' },
] as const;

/** The sex of patients in the form of the new year, where the two years write it differently. */
export function sexEdits(xml: XmlDocument, { from, to, knowledge }: Move): Edit[] {
  const hasTranslation = (year: number) =>
    knowledge.guides.guide(year)?.table.templates.some(({ root }) => root === SEX_AS_TRANSLATION) ?? false;
  const before = hasTranslation(from.performanceYear);
  const after = hasTranslation(to.performanceYear);
  if (before === after) return [];
  const edits: Edit[] = [];
  for (const element of elementsOf(xml.root)) {
    const value = isSex(element) ? child(element, 'value') : undefined;
    const newText = value && (after ? asTranslation(value) : asCode(value));
    if (value && newText) edits.push({ span: { start: value.start, end: value.end }, newText });
  }
  return edits;
}

function isSex(element: XmlElement): boolean {
  return (
    element.local === 'observation' &&
    childrenNamed(element, 'templateId').some((id) => attributeValue(id, 'root') === SEX)
  );
}

function asTranslation(value: XmlElement): string | null {
  const code = CODES.find(({ gender }) => gender === attributeValue(value, 'code'));
  if (!code || value.children.length > 0) return null;
  const translation = `<${value.name.replace(/value$/, 'translation')} code="${code.snomed}" codeSystem="${SNOMED}"/>`;
  return `<${value.name} xsi:type="CD" nullFlavor="OTH">${translation}</${value.name}>`;
}

function asCode(value: XmlElement): string | null {
  const translation = child(value, 'translation');
  const code = CODES.find(({ snomed }) => translation && snomed === attributeValue(translation, 'code'));
  return code
    ? `<${value.name} xsi:type="CD" code="${code.gender}" codeSystem="${ADMINISTRATIVE_GENDER}"/>`
    : null;
}
