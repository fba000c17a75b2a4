import { oidName } from './oidNames.ts';
import { type Condition, type ElementStep, parseSelector, type TemplateKey } from './selector.ts';
import type { Check, Counted, GuideTable, Template } from './table.ts';

/** Lists longer than this are named, not spelt out. */
const SPELT_OUT = 20;

const HL7_ROOT = '2.16.840.1.113883.10.20.';

/** `Supplemental data: payer (CMS, 27.3.18, 2018-05-01)`; the root alone where the year has no such template. */
export function templateLabel(table: GuideTable, key: TemplateKey): string {
  const template = findTemplate(table, key.root);
  const root = key.root.startsWith(HL7_ROOT) ? key.root.slice(HL7_ROOT.length) : key.root;
  const version = key.extension === null ? '' : `, ${key.extension}`;
  return template ? `${template.name} (${template.publisher}, ${root}${version})` : `${key.root}${version}`;
}

/** What the year's table says of a template root, whatever its version. */
export function findTemplate(table: GuideTable, root: string): Template | undefined {
  return table.templates.find((template) => template.root === root);
}

/** `exactly one`, `at least one`, `no`, … */
export function amount(min: number | undefined, max: number | undefined): string {
  if (max === 0) return 'no';
  if (min === max) return `exactly ${numeral(max ?? 0)}`;
  if (max === undefined) return `at least ${numeral(min ?? 0)}`;
  return min === undefined || min === 0 ? `at most ${numeral(max)}` : `${numeral(min)} to ${numeral(max)}`;
}

/** `one` to `five` in words, more in digits; `no` for none. */
export function numeral(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five'][count] ?? String(count);
}

/**
 * The elements a count is about: `<entryRelationship typeCode="COMP"> that holds …`.
 * @param from how many steps of the path lie behind the element the sentence speaks of
 */
export function countedPhrase(counted: Counted, table: GuideTable, from = 0): string {
  const selector = parseSelector(counted.what);
  const steps = selector.steps.filter((step) => step.kind === 'element');
  const last = steps.at(-1);
  if (!last) return counted.what;
  const way = steps.slice(from, -1).map((step) => step.local);
  const inside = way.length > 0 ? ` at ${way.join('/')}` : '';
  return `${stepPhrase(last, table)}${inside}${havingPhrase(counted.having ?? [], table)}`;
}

/** An element step: `<id root="…"> (TIN) with an extension`. */
function stepPhrase(step: ElementStep, table: GuideTable): string {
  const written: string[] = [];
  const further: string[] = [];
  for (const condition of step.conditions) {
    if (condition.kind === 'equals') written.push(` ${condition.attribute}="${condition.value}"`);
    else further.push(conditionPhrase(condition, table));
  }
  const name = step.conditions
    .map((condition) => rootName(condition, table))
    .find((known) => known !== undefined);
  const tag = `<${step.local}${written.join('')}>${name ? ` (${name})` : ''}`;
  return further.length > 0 ? `${tag} ${further.join(' and ')}` : tag;
}

function rootName(condition: Condition, table: GuideTable): string | undefined {
  if (condition.kind !== 'equals' || condition.attribute !== 'root') return undefined;
  const template = findTemplate(table, condition.value);
  return template ? `${template.name}, ${template.publisher}` : oidName(condition.value);
}

function conditionPhrase(condition: Exclude<Condition, { kind: 'equals' }>, table: GuideTable): string {
  if (condition.kind === 'template') {
    return `with the template ${templateLabel(table, condition.template)}`;
  }
  return condition.kind === 'present' ? `with ${condition.attribute}` : `without ${condition.attribute}`;
}

function havingPhrase(checks: readonly Check[], table: GuideTable): string {
  if (checks.length === 0) return '';
  return ` that ${checks.map((check) => checkPhrase(check, table)).join(' and ')}`;
}

/** What a check asks of an element, without its subject: `holds exactly one <id>`. */
export function checkPhrase(check: Check, table: GuideTable): string {
  switch (check.kind) {
    case 'occurs':
      return `holds ${amount(check.min, check.max)} ${countedPhrase(check, table)}`;
    case 'fixed':
      return check.what === 'text()' ? `reads "${check.value}"` : `has ${plain(check.what)}="${check.value}"`;
    case 'present':
      return `has ${plain(check.what)}`;
    case 'absent':
      return `has no ${plain(check.what)}`;
    case 'inValueSet':
      return `has ${named(check.what)} of ${valueSetPhrase(table, check.valueSet)}`;
    case 'valueOrNullFlavor':
      return `has either ${plain(check.what)} or nullFlavor`;
    case 'notTogether':
      return `has at most one of ${check.what.map(plain).join(', ')}`;
    case 'length':
      return `has ${named(check.what)} of ${amount(check.min, check.max)} characters`;
    case 'range':
      return `has ${named(check.what)} from ${check.min ?? 'any'} to ${check.max ?? 'any'}`;
    case 'decimals':
      return `has ${named(check.what)} of at most ${check.max} decimals`;
    case 'format':
      return `has ${named(check.what)} that is ${FORMAT_PHRASES[check.format]}`;
    case 'inside':
      return `stands in <${check.element}>`;
    case 'not':
      return negation(check.check, table);
    case 'all':
      return check.checks.map((part) => checkPhrase(part, table)).join(' and ');
    case 'any':
      return `either ${check.checks.map((part) => checkPhrase(part, table)).join(' or ')}`;
    case 'together':
      return check.checks.map((part) => checkPhrase(part, table)).join(' exactly when it ');
    case 'when':
      return `${checkPhrase(check.then, table)} if it ${checkPhrase(check.if, table)}`;
    case 'forPrograms':
      return `${checkPhrase(check.then, table)} (for ${programsPhrase(check.programs)})`;
    case 'sum':
      return `holds as many ${countedPhrase(check.total, table)} as the sum of ${check.parts
        .map((part) => countedPhrase(part, table))
        .join(' and ')}`;
  }
}

/** `does not have root, extension and nullFlavor at once`. */
function negation(check: Check, table: GuideTable): string {
  const parts = check.kind === 'all' ? check.checks : [check];
  const names = parts.flatMap((part) => (part.kind === 'present' ? [plain(part.what)] : []));
  if (names.length === parts.length) return `does not have ${listed(names, 'and')} at once`;
  return `is not such that it ${checkPhrase(check, table)}`;
}

export const FORMAT_PHRASES = {
  number: 'a number',
  'time-zone-offset': 'a time with its offset from UTC, such as -0500',
  'npi-check-digit': 'an NPI whose last digit is its check digit',
} as const;

/** `the program MIPS_GROUP`, `the programs A, B and C`. */
export function programsPhrase(programs: readonly string[]): string {
  return programs.length === 1 ? `the program ${programs[0]}` : `the programs ${listed(programs, 'and')}`;
}

/** The codes of a value set when they are few, else its name and size. */
export function valueSetPhrase(table: GuideTable, oid: string): string {
  const set = table.valueSets.find((candidate) => candidate.oid === oid);
  if (!set) return `the value set ${oid}`;
  if (set.codes.length > SPELT_OUT) return `the ${set.codes.length} codes of ${set.name} (${oid})`;
  return `${listed(set.codes, 'or')} (${set.name})`;
}

/** `a, b and c`. */
export function listed(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** `an extension`, `a code`: the last step of a path with its article. */
export function named(what: string): string {
  const name = plain(what.slice(what.lastIndexOf('/') + 1));
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** `xsi:type` for `@xsi:type`, `text` for the element itself. */
export function plain(what: string): string {
  if (what === '.' || what === '') return 'text';
  return what.replaceAll('@', '');
}

/** Tags would be taken for HTML by a Markdown reader. */
export function asCode(phrase: string): string {
  return phrase.replace(/<[^<>]+>/g, '`$&`');
}
