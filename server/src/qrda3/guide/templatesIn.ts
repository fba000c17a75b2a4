import { parseSelector, type TemplateKey } from './selector.ts';
import type { Check } from './table.ts';

/** The templates that a check asks an element to hold, however deep inside it. */
export function templatesIn(check: Check): TemplateKey[] {
  switch (check.kind) {
    case 'occurs':
      return [...pathTemplates(check.what), ...(check.having ?? []).flatMap(templatesIn)];
    case 'all':
    case 'any':
      return check.checks.flatMap(templatesIn);
    case 'forPrograms':
      return templatesIn(check.then);
    default:
      return [];
  }
}

function pathTemplates(path: string): TemplateKey[] {
  return parseSelector(path).steps.flatMap((step) =>
    step.kind === 'element'
      ? step.conditions.flatMap((condition) => (condition.kind === 'template' ? [condition.template] : []))
      : [],
  );
}
