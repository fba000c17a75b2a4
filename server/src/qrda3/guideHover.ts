import type { Span } from '../text/span.ts';
import { attributeAt, elementAt } from '../xml/locate.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from '../xml/tree.ts';
import { isTemplateId, templateIds } from './guide/element.ts';
import { constraintsOn, constraintsOnNumber, type Relevant } from './guide/relevant.ts';
import type { Check } from './guide/table.ts';
import type { Guide, GuideTables } from './guide/tables.ts';
import { asCode, checkPhrase } from './guide/wording.ts';
import { templateCard } from './templateCard.ts';
import { valueLines } from './valueLines.ts';

/** Markdown about what stands at an offset, and its place. */
export interface GuideHover {
  readonly markdown: string;
  readonly span: Span;
}

/** More than this would not fit a screen. */
const SHOWN = 12;

/**
 * What the guide wants of the element, attribute, OID or code at an offset: templates and their versions,
 * cardinality, allowed values, CONF numbers, and what is different from the year before. `null` between tags,
 * and for years without a guide.
 */
export function guideHover(
  document: XmlDocument,
  offset: number,
  performanceYear: number,
  guides: GuideTables,
): GuideHover | null {
  const guide = guides.guide(performanceYear);
  const element = elementAt(document, offset);
  const place = element && placeAt(element, offset);
  if (!guide || !place) return null;
  const earlier = guides.guide(performanceYear - 1);
  const demands = demandsOf(place, guide, document);
  const parts = [
    heading(place),
    ...templatesAt(place).map((id) => templateCard(id, guide.table, earlier?.table)),
    ...(place.attribute ? valueLines(element, place.attribute, { document, guide: guide.compiled() }) : []),
    demandList(`Asked by the guide of ${performanceYear}`, demands),
    ...(earlier ? changes(demands, demandsOf(place, earlier, document), performanceYear) : []),
  ].filter((part) => part !== '');
  return parts.length > 1 ? { markdown: parts.join('\n\n'), span: place.span } : null;
}

/** The thing under the cursor: an element by its name, or one of its attributes. */
interface Place {
  readonly element: XmlElement;
  readonly attribute: XmlAttribute | null;
  readonly span: Span;
}

function placeAt(element: XmlElement, offset: number): Place | null {
  const attribute = offset < element.openEnd ? attributeAt(element, offset) : undefined;
  if (attribute) {
    const isValue = offset >= attribute.valueStart;
    const span = isValue
      ? { start: attribute.valueStart, end: attribute.valueEnd }
      : { start: attribute.nameStart, end: attribute.nameEnd };
    return { element, attribute, span };
  }
  const name = { start: element.start + 1, end: element.nameEnd };
  if (offset >= element.start && offset <= name.end) return { element, attribute: null, span: name };
  const isOnEndTag = element.closeStart < element.end && offset >= element.closeStart;
  const endName = { start: element.closeStart + 2, end: element.closeStart + 2 + element.name.length };
  return isOnEndTag ? { element, attribute: null, span: endName } : null;
}

function heading({ element, attribute }: Place): string {
  return attribute ? `**\`${attribute.name}\`** of \`<${element.name}>\`` : `**\`<${element.name}>\`**`;
}

/** The templateIds of an element, or the one that the cursor is in. */
function templatesAt({ element, attribute }: Place): XmlElement[] {
  if (isTemplateId(element)) return [element];
  return attribute ? [] : templateIds(element);
}

/** One thing that is asked, and the numbers under which it is. */
interface Demand {
  readonly phrase: string;
  readonly conf: string[];
}

function demandsOf({ element, attribute }: Place, guide: Guide, document: XmlDocument): Demand[] {
  const compiled = guide.compiled();
  const own = constraintsOn(element, compiled, document);
  const number = constraintsOnNumber(element, compiled, document);
  const isAbout = ({ constraint }: Relevant) => !attribute || mentions(constraint.check, attribute.name);
  const demands = new Map<string, Demand>();
  const add = (subject: string, { constraint }: Relevant) => {
    const strength = constraint.strength ?? 'SHALL';
    const phrase = `${strength}: ${subject}${checkPhrase(constraint.check, guide.table)}`;
    const demand = demands.get(phrase) ?? { phrase, conf: [] };
    if (constraint.conf) demand.conf.push(constraint.conf);
    demands.set(phrase, demand);
  };
  for (const relevant of number.filter(isAbout)) add(`<${element.parent?.name}> `, relevant);
  for (const relevant of own.filter(isAbout)) add('', relevant);
  return [...demands.values()];
}

/** Whether a check reads the attribute, directly or as a condition on an element. */
function mentions(check: Check, attribute: string): boolean {
  return JSON.stringify(check).includes(`@${attribute}`);
}

function demandList(title: string, demands: readonly Demand[]): string {
  if (demands.length === 0) return '';
  const lines = demands.slice(0, SHOWN).map(({ phrase, conf }) => {
    const numbers = conf.length > 0 ? ` · ${[...new Set(conf)].join(', ')}` : '';
    return `- ${asCode(phrase)}${numbers}`;
  });
  const more = demands.length > SHOWN ? [`- and ${demands.length - SHOWN} more`] : [];
  return [`${title}:`, '', ...lines, ...more].join('\n');
}

function changes(now: readonly Demand[], before: readonly Demand[], performanceYear: number): string[] {
  const missingIn = (others: readonly Demand[]) => {
    const known = new Set(others.map(({ phrase }) => withoutVersions(phrase)));
    return ({ phrase }: Demand) => !known.has(withoutVersions(phrase));
  };
  return [
    demandList(`New in ${performanceYear}`, now.filter(missingIn(before))),
    demandList(`Asked in ${performanceYear - 1}, but not any more`, before.filter(missingIn(now))),
  ];
}

/** Versions change nearly every year; the lines about templates say so already. */
function withoutVersions(phrase: string): string {
  return phrase.replace(/"?\b\d{4}-\d{2}-\d{2}\b"?/g, '');
}
