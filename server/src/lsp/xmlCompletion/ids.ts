import { ecqmsOf, isTakenBy, measureLabel } from '../../catalog/programMeasures.ts';
import { guideValue } from '../../qrda3/guide/element.ts';
import { observationKind } from '../../qrda3/measureAt.ts';
import { MEASURE_IDS, OID } from '../../qrda3/oids.ts';
import { programOfCode } from '../../qrda3/programs.ts';
import type { ValueCursor } from '../../xml/cursor.ts';
import { attributeValue, type XmlElement } from '../../xml/tree.ts';
import type { WritingPlace } from './place.ts';
import { populationValues } from './populationIds.ts';
import type { Value } from './valueProposal.ts';
import { sectionCategory } from './wholeEntries.ts';

/** What an `id` can be at its place: a measure, a population, a program, an MVP; `null` where an id is the author's. */
export function idValues({ element, name }: ValueCursor, place: WritingPlace): Value[] | null {
  const { parent } = element;
  if (parent?.local === 'externalObservation') return name === 'root' ? populationIds(parent, place) : null;
  if (name !== 'extension') return null;
  const root = guideValue(element, 'root');
  if (parent?.local === 'externalDocument') return measureIds(parent, root, place);
  if (root === OID.program || parent?.local === 'intendedRecipient') return programs(place);
  return root === OID.mvp ? mvps(place) : null;
}

function populationIds(external: XmlElement, place: WritingPlace): Value[] | null {
  const observation = external.parent?.parent;
  return observation?.local === 'observation' && observationKind(observation) !== null
    ? populationValues(observation, place)
    : null;
}

function measureIds(external: XmlElement, root: string | undefined, place: WritingPlace): Value[] {
  if (root === MEASURE_IDS.promotingInteroperability) return plainIds('pi', place);
  if (root === MEASURE_IDS.improvementActivity) return plainIds('ia', place);
  if (root === OID.eMeasureVersion) return ecqmGuids(external, place);
  let section: XmlElement | null = external;
  while (section && section.local !== 'section') section = section.parent;
  const category = section && sectionCategory(section);
  return category === 'pi' || category === 'ia' ? plainIds(category, place) : ecqmGuids(external, place);
}

function plainIds(category: 'pi' | 'ia', { catalog, program }: WritingPlace): Value[] {
  return [...catalog.measures.values()]
    .filter((measure) => measure.category === category && (program === null || isTakenBy(measure, program)))
    .map((measure) => ({
      value: measure.measureId,
      label: measureLabel(measure),
      kind: 'measure',
      ...(category === 'pi' && {
        detail: measure.metricType === 'proportion' ? 'numerator and denominator' : 'yes or no',
      }),
    }));
}

function ecqmGuids(external: XmlElement, { catalog, program }: WritingPlace): Value[] {
  if (!catalog.hasGuids) return [unpublished(external, catalog.performanceYear)];
  return ecqmsOf(catalog, program).flatMap((measure) =>
    measure.eMeasureGuid === null
      ? []
      : [
          {
            value: measure.eMeasureGuid,
            label: measureLabel(measure),
            detail: catalogDetail(catalog.performanceYear),
            kind: 'measure' as const,
          },
        ],
  );
}

function catalogDetail(year: number): string {
  return `version of ${year}`;
}

/** Says why nothing is offered, and leaves what stands there as it is. */
function unpublished(external: XmlElement, year: number): Value {
  const written = external.children.flatMap((id) => attributeValue(id, 'extension') ?? [])[0] ?? '';
  return {
    value: written,
    label: `The eCQM GUIDs of ${year} are not published yet`,
    detail: 'nothing to offer',
    kind: 'note',
  };
}

function programs({ table, asked }: WritingPlace): Value[] {
  const set = table.valueSets.find(({ oid }) => oid === table.program.valueSet);
  const names = set?.codes ?? [...(asked.guide.scope.valueSets.get(table.program.valueSet) ?? [])];
  return names.map((code) => {
    const program = programOfCode(code);
    const detail = program ? `${program.programName}, ${ENTITY_WORDS[program.entityType]}` : undefined;
    return { value: code, ...(detail !== undefined && { detail }) };
  });
}

const ENTITY_WORDS = {
  individual: 'one clinician: TIN and NPI',
  group: 'a practice: TIN',
  virtualGroup: 'a virtual group: its id',
  apm: 'an APM entity: its id',
  subgroup: 'a subgroup: its id',
} as const;

function mvps({ catalog }: WritingPlace): Value[] {
  return [...catalog.mvps.values()].map(({ mvpId, title }) => ({
    value: mvpId,
    label: `${mvpId} · ${title}`,
    kind: 'measure',
  }));
}
