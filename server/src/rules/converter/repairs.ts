import type { QualityMeasure, YearCatalog } from '../../catalog/catalog.ts';
import type { PopulationRole } from '../../catalog/populations.ts';
import { measureOfGuid } from '../../qrda3/decode/measureLookup.ts';
import { childNodes, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { readPopulations, readRates } from '../../qrda3/decode/populations.ts';
import { elementsAt, measureGuids, populationCodes, populationGuids } from '../../qrda3/decode/values.ts';
import { CODE_SYSTEM, OID } from '../../qrda3/oids.ts';
import { roleOfCode } from '../../qrda3/populationCodes.ts';
import type { Edit } from '../../text/edit.ts';
import { insertChild, type NewElement, setAttribute } from '../../xml/edit.ts';
import { child, type XmlElement } from '../../xml/tree.ts';
import { findPopulation } from '../measure/ecqm.ts';
import type { ProposedFix } from '../rule.ts';

/** Names a measure by the GUID of the one eCQM that all its populations belong to. */
export function addMeasureGuid(
  measure: TemplateNode,
  catalog: YearCatalog | undefined,
  text: string,
): ProposedFix[] {
  const guid = measureOfPopulations(measure, catalog)?.eMeasureGuid;
  const document = elementsAt(measure.element, ['reference', 'externalDocument'])[0];
  if (!guid || !document) return [];
  const id = document.children.find(({ local }) => local === 'id');
  const edit = id
    ? [setAttribute(id, 'extension', guid)]
    : [
        insertChild(text, document, 0, {
          name: 'id',
          attributes: [
            ['root', OID.eMeasureVersion],
            ['extension', guid],
          ],
        }),
      ];
  return [{ title: `Add the GUID ${guid}`, edits: edit }];
}

/** Gives a population or a rate the GUID that its measure has for it, where it has but one that is not taken. */
export function addPopulationGuid(
  node: TemplateNode,
  catalog: YearCatalog | undefined,
  text: string,
): ProposedFix[] {
  const guid = expectedGuid(node, catalog);
  return guid === undefined
    ? []
    : [
        {
          title: `Add the GUID ${guid}`,
          edits: [guidEdit(node.element, guid, node.kind === 'performanceRate', text)],
        },
      ];
}

const NUMERATOR: NewElement = {
  name: 'code',
  attributes: [
    ['code', 'NUMER'],
    ['codeSystem', CODE_SYSTEM.actCode],
  ],
};

function guidEdit(observation: XmlElement, guid: string, isRate: boolean, text: string): Edit {
  const reference = child(observation, 'reference');
  const external = reference && child(reference, 'externalObservation');
  const id = external && child(external, 'id');
  if (id) return setAttribute(id, 'root', guid);
  const newId: NewElement = { name: 'id', attributes: [['root', guid]] };
  if (external) return insertChild(text, external, 0, newId);
  const observed: NewElement = {
    name: 'externalObservation',
    attributes: [
      ['classCode', 'OBS'],
      ['moodCode', 'EVN'],
    ],
    children: isRate ? [newId, NUMERATOR] : [newId],
  };
  if (reference) return insertChild(text, reference, reference.children.length, observed);
  return insertChild(text, observation, observation.children.length, {
    name: 'reference',
    attributes: [['typeCode', 'REFR']],
    children: [observed],
  });
}

function expectedGuid(
  { element, parent, kind }: TemplateNode,
  catalog: YearCatalog | undefined,
): string | undefined {
  if (!parent || !catalog) return undefined;
  const guid = measureGuids(parent.element)[0];
  const measure = guid && measureOfGuid(catalog, guid.value);
  if (measure?.category !== 'quality') return undefined;
  const code = populationCodes(element)[0]?.value;
  const role: PopulationRole | undefined = kind === 'performanceRate' ? 'numerator' : roleOfCode(code ?? '');
  if (!role) return undefined;
  const known = measure.strata.flatMap(({ populations }) => populations?.[role] ?? []);
  const taken = new Set(takenGuids(parent, kind, role));
  const free = known.filter((candidate) => !taken.has(candidate));
  return free.length === 1 ? free[0] : undefined;
}

function takenGuids(measure: TemplateNode, kind: TemplateNode['kind'], role: PopulationRole): string[] {
  return childNodes(measure, kind)
    .filter(
      ({ element }) =>
        kind === 'performanceRate' || roleOfCode(populationCodes(element)[0]?.value ?? '') === role,
    )
    .flatMap(({ element }) => populationGuids(element)[0]?.value.toUpperCase() ?? []);
}

function measureOfPopulations(
  node: TemplateNode,
  catalog: YearCatalog | undefined,
): QualityMeasure | undefined {
  const guids = [
    ...readPopulations(node).map(({ guid }) => guid),
    ...readRates(node).map(({ numeratorGuid }) => numeratorGuid),
  ].flatMap((guid) => guid?.value ?? []);
  if (guids.length < 2) return undefined;
  const meant = [...(catalog?.byGuid.values() ?? [])].filter((measure) =>
    guids.every((guid) => findPopulation(measure, guid)),
  );
  return meant.length === 1 ? meant[0] : undefined;
}
