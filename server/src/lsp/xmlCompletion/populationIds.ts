import type { QualityMeasure } from '../../catalog/catalog.ts';
import { type NamedPopulation, populationsOf } from '../../catalog/populations.ts';
import { guideValue } from '../../qrda3/guide/element.ts';
import { measureAt, type ObservationKind, observationKind, referencedGuids } from '../../qrda3/measureAt.ts';
import { codeOfRole, roleOfCode } from '../../qrda3/populationCodes.ts';
import { child, type XmlElement } from '../../xml/tree.ts';
import type { WritingPlace } from './place.ts';
import type { Value } from './valueProposal.ts';

/**
 * The populations of the measure at hand that an observation can be about: of the role its code tells, else of the
 * kind its template tells; those first that no other observation has.
 */
export function populationValues(observation: XmlElement, { catalog }: WritingPlace): Value[] {
  const place = measureAt(observation, catalog);
  const kind = observationKind(observation);
  if (!place?.measure || kind === null) return catalog.hasGuids ? [] : [unpublished(catalog.performanceYear)];
  const { measure, organizer } = place;
  const code = child(observation, 'value');
  const role = roleOfCode((code && guideValue(code, 'code')) ?? '');
  const taken = referencedGuids(organizer, kind, observation);
  const fitting = populationsOf(measure.strata).filter((population) => fits(population, kind));
  const rank = (population: NamedPopulation) =>
    (role !== undefined && kind === 'population' && population.role !== role ? 2 : 0) +
    (taken.has(population.guid) ? 1 : 0);
  return [...fitting]
    .sort((a, b) => rank(a) - rank(b))
    .map((population) => populationValue(population, measure, taken.has(population.guid)));
}

function fits({ role }: NamedPopulation, kind: ObservationKind): boolean {
  if (kind === 'rate') return role === 'numerator';
  return (role === 'reportingStratum') === (kind === 'stratum');
}

function populationValue(population: NamedPopulation, measure: QualityMeasure, isTaken: boolean): Value {
  const { role, guid, stratum } = population;
  const code = role === 'reportingStratum' ? 'Reporting stratum' : codeOfRole(role);
  const sets = measure.strata.filter(({ populations }) => populations !== null);
  const which = sets.length > 1 ? [stratum.name ?? `rate ${sets.indexOf(stratum) + 1}`] : [];
  return {
    value: guid,
    label: [code, ...which, measure.eMeasureId ?? measure.measureId].join(' · '),
    detail: isTaken ? 'reported already' : guid,
    kind: 'measure',
  };
}

function unpublished(year: number): Value {
  return {
    value: '',
    label: `The population GUIDs of ${year} are not published yet`,
    detail: 'nothing to offer',
    kind: 'note',
  };
}
