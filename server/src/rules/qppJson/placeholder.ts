import type { JsonString } from '../../json/tree.ts';
import { fieldsByName } from '../../qppJson/fieldIndex.ts';
import { isPlaceholder } from '../../qppJson/placeholder.ts';
import { contentSpan } from '../../qppJson/sourcedValue.ts';
import type { Rule } from '../rule.ts';
import { jsonParts } from './jsonParts.ts';

/** A gap of a template that nobody filled in. */
export const jsonPlaceholder: Rule = {
  id: 'json-placeholder',
  layer: 'upload',
  severity: 'error',
  source:
    'Templates of the CMS documentation (github.com/CMSgov/qpp-submissions-docs) hold "< performanceYearToBeReported >" in place of a number',
  title: 'A placeholder was not filled in',
  documentation: `The value is a template's placeholder, such as \`"< performanceYearToBeReported >"\` in the samples of CMS's documentation. Write the real value: the performance year as a number without quotes, dates as \`yyyy-MM-dd\`, ids as text.

The same placeholder in several places is told once, with the other places.`,
  *check(context) {
    const parts = jsonParts(context);
    if (!parts) return;
    const byName = new Map<string, JsonString[]>();
    for (const { object, fields } of parts.objects) {
      const known = fieldsByName(fields);
      for (const { key, value } of object.properties) {
        if (value?.type !== 'string' || !isPlaceholder(value.value)) continue;
        if (IDS.has(key) || !known.has(key)) continue;
        const name = nameOf(value.value);
        byName.set(name, [...(byName.get(name) ?? []), value]);
      }
    }
    for (const [name, [first, ...others]] of byName) {
      if (!first) continue;
      yield {
        span: contentSpan(first),
        message: `${name} is a placeholder: the real value is not filled in.`,
        ...(others.length > 0 && {
          related: others.map((other) => ({
            span: contentSpan(other),
            message: 'The same placeholder stands here.',
          })),
        }),
      };
    }
  },
};

/** Ids whose form has a rule of its own, which tells a placeholder too. */
const IDS: ReadonlySet<string> = new Set([
  'taxpayerIdentificationNumber',
  'nationalProviderIdentifier',
  'cehrtId',
  'measureId',
]);

/** The placeholder without what follows it: `< year >` of `< year >-01-01`. */
function nameOf(text: string): string {
  return /^\s*(?:<[^<>]+>|\$?\{+[^{}]+\}+|\[[^[\]]+\]|%[\w ]+%)/.exec(text)?.[0].trim() ?? text.trim();
}
