import type { XmlDocument } from '../xml/tree.ts';
import { parseTemplateKey } from './guide/selector.ts';
import type { Constraint, ConstraintGroup, GuideTable } from './guide/table.ts';
import type { GuideTables } from './guide/tables.ts';
import { asCode, checkPhrase, templateLabel } from './guide/wording.ts';
import type { GuideHover } from './guideHover.ts';

/** A conformance number as guides and comments write it: `CMS_112`, `4484-17226`, `5562-18177_C01`, `18163`. */
const NUMBER = /(?:CMS_\d{1,4}|(?:\d{1,4}-)?\d{4,6})(?:_C\d\d)?/g;

/** How far a number is looked for to either side. */
const REACH = 24;

/** Comments longer than this are no remark on a constraint. */
const COMMENT_LIMIT = 10_000;

/** What a conformance number in a comment asks for in the year's guide; `null` anywhere else. */
export function confHover(
  { text }: XmlDocument,
  offset: number,
  performanceYear: number,
  guides: GuideTables,
): GuideHover | null {
  const table = guides.guide(performanceYear)?.table;
  if (!table || !isInComment(text, offset)) return null;
  const from = Math.max(0, offset - REACH);
  for (const match of text.slice(from, offset + REACH).matchAll(NUMBER)) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    if (offset < span.start || offset > span.end) continue;
    const lines = constraintLines(match[0], table);
    if (lines.length === 0) return null;
    return {
      span,
      markdown: [`**${match[0]}** in the guide of ${performanceYear}`, '', ...lines].join('\n'),
    };
  }
  return null;
}

function isInComment(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - COMMENT_LIMIT), offset);
  return before.lastIndexOf('<!--') > before.lastIndexOf('-->');
}

function constraintLines(number: string, table: GuideTable): string[] {
  const isNumber = (conf: string | undefined) =>
    conf !== undefined && (conf === number || conf.replace(/^\d+-/, '') === number);
  const hasNumber = ({ conf, includes = [] }: Constraint) => isNumber(conf) || includes.some(isNumber);
  return table.rules.flatMap((group) =>
    group.constraints
      .filter(hasNumber)
      .map(
        (constraint) =>
          `- ${asCode(`${subject(group, table)}${constraint.at === undefined ? '' : `, at ${constraint.at}`}: ${constraint.strength ?? 'SHALL'} ${checkPhrase(constraint.check, table)}`)}${constraint.conf ? ` · ${constraint.conf}` : ''}`,
      ),
  );
}

function subject(group: ConstraintGroup, table: GuideTable): string {
  if ('anywhere' in group) return group.anywhere.slice(0, 3).join(', ');
  return group.template === undefined
    ? `<${group.element}>`
    : templateLabel(table, parseTemplateKey(group.template));
}
