import type { YearCatalog } from '../../catalog/catalog.ts';
import type { MeasurementSet, Submission } from '../../submission/submission.ts';
import { type Sourced, sourced } from '../../text/span.ts';
import { nameSpan, valueSpan, type XmlAttribute, type XmlElement } from '../../xml/tree.ts';
import { realDate } from './dates.ts';
import { type Header, readHeader } from './header.ts';
import { readIdentifiers } from './identifiers.ts';
import { readMeasurement } from './measurements.ts';
import { firstBreadthFirst, type NodeTree, type TemplateNode } from './nodes.ts';
import { performanceYearOf } from './performanceYear.ts';
import { periodEnds, periodStarts } from './values.ts';

type Category = 'quality' | 'pi' | 'ia';

const CATEGORY_OF_SECTION: Partial<Record<TemplateNode['kind'], Category>> = {
  qualitySection: 'quality',
  piSection: 'pi',
  iaSection: 'ia',
};

const CATEGORY_OF_MEASURE: Partial<Record<TemplateNode['kind'], Category>> = {
  measure: 'quality',
  piProportion: 'pi',
  piAttestation: 'pi',
  iaMeasure: 'ia',
};

/**
 * Reads the nodes of a QRDA III document as a submission. Every document gives one, however damaged:
 * what is not there is `null`. Without a catalogue, or with a GUID it does not know, a quality measure
 * has no `measureId` but keeps its populations.
 */
export function decodeQrda3(nodes: NodeTree, catalog: YearCatalog | undefined): Submission {
  const document = nodes.root.element;
  const header = readHeader(document);
  return {
    format: 'qrda3',
    span: nameSpan(document),
    performanceYear: performanceYearOf(nodes),
    entityType: header.entityType,
    documentProgram: header.rawProgram,
    taxpayerIdentificationNumber: header.taxpayerIdentificationNumber,
    nationalProviderIdentifier: header.nationalProviderIdentifier,
    entityId: header.entityId,
    identifiers: readIdentifiers(document),
    measurementSets: readSets(nodes.root, header, catalog),
  };
}

function readSets(root: TemplateNode, header: Header, catalog: YearCatalog | undefined): MeasurementSet[] {
  const sections = root.children.flatMap((node) => {
    const category = CATEGORY_OF_SECTION[node.kind];
    return category === undefined ? [] : [setOf(category, node, node.children, header, catalog)];
  });
  return [...sections, ...straySets(root, header, catalog)];
}

/** Measures whose section lacks its template hang on the document; they are a set all the same. */
function straySets(root: TemplateNode, header: Header, catalog: YearCatalog | undefined): MeasurementSet[] {
  const categories = ['quality', 'pi', 'ia'] as const;
  return categories.flatMap((category) => {
    const strays = root.children.filter((node) => CATEGORY_OF_MEASURE[node.kind] === category);
    return strays.length === 0 ? [] : [setOf(category, root, strays, header, catalog)];
  });
}

function setOf(
  category: Category,
  section: TemplateNode,
  members: readonly TemplateNode[],
  header: Header,
  catalog: YearCatalog | undefined,
): MeasurementSet {
  const holder =
    section.kind === 'document' ? sectionAround(members[0]?.element ?? section.element) : section.element;
  const span = nameSpan(holder);
  const act = firstBreadthFirst(section, 'reportingParameters')?.element;
  return {
    span,
    category: sourced(category, span),
    submissionMethod: sourced('electronicHealthRecord', span),
    programName: header.programName,
    // The converter gives no certification id with improvement activities.
    cehrtId: category === 'ia' ? null : header.cehrtId,
    performanceStart: act === undefined ? null : dateOf(periodStarts(act)[0]),
    performanceEnd: act === undefined ? null : dateOf(periodEnds(act)[0]),
    measurements: members.flatMap((node) => readMeasurement(node, catalog) ?? []),
  };
}

function sectionAround(element: XmlElement): XmlElement {
  for (let at: XmlElement | null = element; at !== null; at = at.parent)
    if (at.local === 'section') return at;
  return element;
}

function dateOf(attribute: XmlAttribute | undefined): Sourced<string> | null {
  return attribute === undefined
    ? null
    : sourced(realDate(attribute.value) ?? attribute.value, valueSpan(attribute));
}
