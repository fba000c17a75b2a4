import type { Measure } from '../../catalog/catalog.ts';
import { POPULATION_ROLES } from '../../catalog/populations.ts';
import { ecqmsOf, isTakenBy, measureLabel } from '../../catalog/programMeasures.ts';
import { declaredTemplate, templateIds } from '../../qrda3/guide/element.ts';
import { idsOf, measureAt, referencedGuids } from '../../qrda3/measureAt.ts';
import { codeOfRole } from '../../qrda3/populationCodes.ts';
import type { SkeletonContext } from '../../qrda3/skeleton/context.ts';
import { exampleMeasures } from '../../qrda3/skeleton/exampleMeasures.ts';
import { measureTag } from '../../qrda3/skeleton/measure.ts';
import { performanceRate, population } from '../../qrda3/skeleton/population.ts';
import { SECTION_ROOTS, type SectionCategory, section } from '../../qrda3/skeleton/section.ts';
import { type Tag, tag } from '../../qrda3/skeleton/tag.ts';
import { attributeValue, childrenNamed, type XmlElement } from '../../xml/tree.ts';
import type { WritingPlace } from './place.ts';

/** A part of a file that can be written whole. */
export interface WholeEntry {
  readonly label: string;
  readonly detail: string;
  /** `null` where the year's data does not have what it needs. */
  make(context: SkeletonContext): Tag | null;
}

/**
 * What can be written whole inside an element: sections, measures, populations and rates that are not there yet.
 * @param siblings what stands there besides the thing that is being written
 */
export function wholeEntries(
  parent: XmlElement,
  siblings: readonly XmlElement[],
  place: WritingPlace,
): WholeEntry[] {
  switch (parent.local) {
    case 'structuredBody':
      return wrapped('component', sections(siblings.flatMap(sectionsIn), place));
    case 'section':
      return wrapped('entry', measures(parent, siblings, place));
    case 'organizer':
      return wrapped('component', observations(parent, place));
    case 'entry':
      return siblings.length > 0 || !parent.parent
        ? []
        : measures(parent.parent, parent.parent.children, place);
    case 'component':
      if (siblings.length > 0) return [];
      if (parent.parent?.local === 'organizer') return observations(parent.parent, place);
      return parent.parent?.local === 'structuredBody'
        ? sections(parent.parent.children.flatMap(sectionsIn), place)
        : [];
    default:
      return [];
  }
}

/** The category of a section by its templates. */
export function sectionCategory(element: XmlElement): SectionCategory | null {
  const roots = templateIds(element).map((id) => declaredTemplate(id).root);
  const categories = ['quality', 'pi', 'ia'] as const;
  return categories.find((category) => SECTION_ROOTS[category].some((root) => roots.includes(root))) ?? null;
}

function wrapped(name: string, entries: readonly WholeEntry[]): WholeEntry[] {
  return entries.map((entry) => ({
    ...entry,
    make: (context) => {
      const made = entry.make(context);
      return made && tag(name, made);
    },
  }));
}

function sectionsIn(component: XmlElement): XmlElement[] {
  return childrenNamed(component, 'section');
}

const SECTION_LABELS: Readonly<Record<SectionCategory, string>> = {
  quality: 'Quality section',
  pi: 'Promoting Interoperability section',
  ia: 'Improvement activities section',
};

function sections(present: readonly XmlElement[], { catalog, program, table }: WritingPlace): WholeEntry[] {
  const there = present.map(sectionCategory);
  return (['quality', 'pi', 'ia'] as const)
    .filter((category) => !there.includes(category))
    .flatMap((category) => {
      const examples = exampleMeasures(category, catalog, program ?? 'mips');
      if (examples.length === 0) return [];
      const make = (context: SkeletonContext) =>
        section(
          context,
          category,
          examples.flatMap((measure) => measureTag(measure, context) ?? []),
        );
      const ids = examples.map(({ measureId }) => measureId).join(', ');
      return [{ label: SECTION_LABELS[category], detail: `${table.performanceYear}, with ${ids}`, make }];
    });
}

function measures(parent: XmlElement, siblings: readonly XmlElement[], place: WritingPlace): WholeEntry[] {
  const category = sectionCategory(parent);
  if (category === null) return [];
  const reported = reportedIds(siblings);
  return candidates(category, place)
    .filter((measure) => !idsOfMeasure(measure).some((id) => reported.has(id)))
    .map((measure) => ({
      label: measureLabel(measure),
      detail: entryDetail(measure),
      make: (context) => measureTag(measure, context),
    }));
}

function candidates(category: SectionCategory, { catalog, program }: WritingPlace): Measure[] {
  if (category === 'quality')
    return ecqmsOf(catalog, program).filter(({ eMeasureGuid }) => eMeasureGuid !== null);
  return [...catalog.measures.values()].filter(
    (measure) => measure.category === category && (program === null || isTakenBy(measure, program)),
  );
}

function entryDetail(measure: Measure): string {
  if (measure.category === 'pi') {
    return measure.metricType === 'proportion'
      ? 'entry with numerator and denominator'
      : 'entry with an answer';
  }
  if (measure.category === 'ia') return 'entry of an improvement activity';
  const sets = measure.strata.filter(({ populations }) => populations !== null).length;
  return `entry with all populations${sets > 1 ? `, ${sets} rates` : ''}`;
}

function idsOfMeasure(measure: Measure): string[] {
  const guid = measure.category === 'quality' ? measure.eMeasureGuid : null;
  return [guid ?? measure.measureId.toLowerCase()];
}

function reportedIds(entries: readonly XmlElement[]): Set<string> {
  const ids = entries.flatMap((entry) => childrenNamed(entry, 'organizer')).flatMap(idsOf);
  return new Set(ids.flatMap((id) => attributeValue(id, 'extension')?.toLowerCase() ?? []));
}

/** The populations and rates that a measure's organizer does not have yet. */
function observations(organizer: XmlElement, { catalog }: WritingPlace): WholeEntry[] {
  const measure = measureAt(organizer, catalog)?.measure;
  if (!measure) return [];
  const populated = referencedGuids(organizer, 'population');
  const rated = referencedGuids(organizer, 'rate');
  const sets = measure.strata.flatMap(({ name, populations }) =>
    populations ? [{ name, populations }] : [],
  );
  return sets.flatMap(({ name, populations }, index) => {
    const which =
      sets.length > 1
        ? `${name ?? `rate ${index + 1}`} of ${measure.eMeasureId}`
        : (measure.eMeasureId ?? '');
    const open = POPULATION_ROLES.flatMap((role) => {
      const guid = populations[role];
      if (guid === null || populated.has(guid)) return [];
      const make = (context: SkeletonContext) => population(context, role, guid);
      return [{ label: `${codeOfRole(role)} · ${which}`, detail: 'population with supplemental data', make }];
    });
    const { numerator } = populations;
    if (numerator === null || rated.has(numerator)) return open;
    const make = (context: SkeletonContext) => performanceRate(context, numerator);
    return [...open, { label: `Performance rate · ${which}`, detail: 'rate of the numerator', make }];
  });
}
