import type { QualityMeasure, YearCatalog } from '../catalog/catalog.ts';
import { attributeValue, childrenNamed, descendantsAt, type XmlElement } from '../xml/tree.ts';
import { declaredTemplate, templateIds } from './guide/element.ts';
import { CMS_POPULATION, CMS_RATE, POPULATION, RATE } from './skeleton/population.ts';

/** HL7's template of a reporting stratum. */
export const REPORTING_STRATUM = '2.16.840.1.113883.10.20.27.3.4';

/** The organizer of a measure, and what stands in it. */
export interface MeasurePlace {
  readonly organizer: XmlElement;
  /** The eCQM its GUID names; `null` when the year's data knows none. */
  readonly measure: QualityMeasure | null;
}

/** The measure that an element belongs to. */
export function measureAt(element: XmlElement, catalog: YearCatalog): MeasurePlace | null {
  for (let at: XmlElement | null = element; at; at = at.parent) {
    if (at.local !== 'organizer') continue;
    const guids = idsOf(at).flatMap((id) => attributeValue(id, 'extension')?.toLowerCase() ?? []);
    const measures = guids.flatMap((guid) => catalog.byGuid.get(guid) ?? []);
    return { organizer: at, measure: measures[0] ?? null };
  }
  return null;
}

/** The ids that an organizer's measure is named by. */
export function idsOf(organizer: XmlElement): XmlElement[] {
  return descendantsAt(organizer, ['reference', 'externalDocument', 'id']);
}

/** What an observation of a measure says something about. */
export type ObservationKind = 'population' | 'rate' | 'stratum';

/** `null` for observations that are neither, or that do not tell yet. */
export function observationKind(observation: XmlElement): ObservationKind | null {
  const roots = templateIds(observation).map((id) => declaredTemplate(id).root);
  if (roots.includes(RATE) || roots.includes(CMS_RATE)) return 'rate';
  if (roots.includes(POPULATION) || roots.includes(CMS_POPULATION)) return 'population';
  return roots.includes(REPORTING_STRATUM) ? 'stratum' : null;
}

/** The GUIDs, upper case, that an organizer's observations of a kind name, besides those of one observation. */
export function referencedGuids(
  organizer: XmlElement,
  kind: ObservationKind,
  except: XmlElement | null = null,
): Set<string> {
  const observations = childrenNamed(organizer, 'component').flatMap((component) =>
    childrenNamed(component, 'observation'),
  );
  const ids = observations
    .filter((observation) => observation !== except && observationKind(observation) === kind)
    .flatMap((observation) => descendantsAt(observation, ['reference', 'externalObservation', 'id']));
  return new Set(ids.flatMap((id) => attributeValue(id, 'root')?.toUpperCase() ?? []));
}
