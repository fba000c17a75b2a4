import { childDemands } from '../../qrda3/guide/demands.ts';
import { guideValue } from '../../qrda3/guide/element.ts';
import type { Template } from '../../qrda3/guide/table.ts';
import { findTemplate } from '../../qrda3/guide/wording.ts';
import type { ValueCursor } from '../../xml/cursor.ts';
import type { WritingPlace } from './place.ts';
import type { Value } from './valueProposal.ts';

/** The templates that a templateId can name at its place, those first that are wanted there; or the year's version. */
export function templateValues({ element, name }: ValueCursor, place: WritingPlace): Value[] {
  const { table } = place;
  if (name === 'extension') {
    const template = findTemplate(table, guideValue(element, 'root') ?? '');
    return template?.extension === undefined
      ? []
      : [{ value: template.extension, detail: `version of ${table.performanceYear}: ${template.name}` }];
  }
  const { parent } = element;
  if (name !== 'root' || !parent) return [];
  const others = parent.children.filter((child) => child !== element);
  const wanted = childDemands(parent, place.asked, others)
    .filter(({ step, isFull }) => step.local === 'templateId' && !isFull)
    .flatMap(({ step }) =>
      step.conditions.flatMap((is) => (is.kind === 'equals' && is.attribute === 'root' ? [is.value] : [])),
    );
  const present = new Set(others.flatMap((other) => guideValue(other, 'root') ?? []));
  const fitting = table.templates.filter((template) => template.element === parent.local);
  return [
    ...wanted.flatMap((root) => templateValue(findTemplate(table, root), 'wanted here')),
    ...fitting.filter(({ root }) => !present.has(root)).flatMap((template) => templateValue(template)),
  ];
}

function templateValue(template: Template | undefined, note = ''): Value[] {
  if (!template) return [];
  const { root, extension, name, publisher } = template;
  const detail = [`${publisher}, ${extension ?? 'no extension'}`, note].filter(Boolean).join(' · ');
  return [
    {
      value: root,
      label: `${name} · ${root}`,
      detail,
      companion: { name: 'extension', value: extension ?? null },
    },
  ];
}
