import type { XmlElement } from '../xml/tree.ts';
import { declaredTemplate } from './guide/element.ts';
import { parseTemplateKey } from './guide/selector.ts';
import type { GuideTable, OccursCheck } from './guide/table.ts';
import { templatesIn } from './guide/templatesIn.ts';
import { amount, findTemplate, templateLabel } from './guide/wording.ts';

/** A template of the year as Markdown: name, version and how often it stands where; empty for one the year has not. */
export function templateCard(templateId: XmlElement, table: GuideTable, earlier?: GuideTable): string {
  const { root, extension } = declaredTemplate(templateId);
  const template = findTemplate(table, root);
  if (!template) return '';
  const wanted = template.extension ?? 'no extension';
  const declared = (extension ?? 'no extension') === wanted ? '' : ` (here: ${extension ?? 'no extension'})`;
  return [
    `${template.name} · ${template.publisher} ${template.level} template ${root}`,
    `version of ${table.performanceYear}: \`${wanted}\`${declared}${versionBefore(root, wanted, earlier)}`,
    ...uses(root, table),
  ].join('  \n');
}

function versionBefore(root: string, wanted: string, earlier?: GuideTable): string {
  if (!earlier) return '';
  const before = findTemplate(earlier, root);
  if (!before) return `, new: not used in ${earlier.performanceYear}`;
  const version = before.extension ?? 'no extension';
  return version === wanted
    ? `, as in ${earlier.performanceYear}`
    : `, in ${earlier.performanceYear}: \`${version}\``;
}

/** `exactly one in Quality measure section (CMS, 27.2.3, 2022-05-01) · CMS_64`: what holds the template, how often. */
function uses(root: string, table: GuideTable): string[] {
  const lines = table.rules.flatMap((group) => {
    if ('anywhere' in group || group.template === undefined) return [];
    const holder = templateLabel(table, parseTemplateKey(group.template));
    return group.constraints.flatMap(({ check, conf }) => {
      const numbers = conf === undefined ? '' : ` · ${conf}`;
      return holdings(check).some((key) => key === root)
        ? [`${howOften(check.kind === 'occurs' ? check : null)} in ${holder}${numbers}`]
        : [];
    });
  });
  return [...new Set(lines)].slice(0, SHOWN);

  function holdings(check: Parameters<typeof templatesIn>[0]): string[] {
    return templatesIn(check).map((key) => key.root);
  }
}

/** More than this would not fit a screen. */
const SHOWN = 4;

function howOften(check: OccursCheck | null): string {
  return check ? amount(check.min, check.max) : 'one of several';
}
