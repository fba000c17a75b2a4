import type { Measure } from '../../catalog/catalog.ts';
import { measureOfGuid, strataOf } from '../../qrda3/decode/measureLookup.ts';
import { childNodes, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { elementsAt, measureGuids } from '../../qrda3/decode/values.ts';
import { initialPopulationCodes } from './initialPopulation.ts';
import { checkPopulations, populationCodesOfConverter, populationTemplates } from './measurePopulations.ts';
import { checkRates, rateCodesOfConverter } from './measureRates.ts';
import {
  type ConverterScope,
  explainsRepetition,
  type NodeCheck,
  type Refusal,
  spanOf,
  spanOfDeepest,
  spanOfValue,
} from './refusal.ts';
import { addMeasureGuid } from './repairs.ts';

/** What the converter asks of a quality measure. It asks nothing of one under APP and APP Plus. */
export const measureCheck: NodeCheck = {
  kinds: ['measure'],
  codes: [
    {
      code: 70,
      id: 'measure-guid-count',
      title: 'A measure without GUID, or with several',
      documentation: `A measure refers to its eCQM by one id in reference/externalDocument with root 2.16.840.1.113883.4.738; the extension is the version-specific GUID.

\`\`\`xml
<reference typeCode="REFR">
  <externalDocument classCode="DOC" moodCode="EVN">
    <id root="2.16.840.1.113883.4.738" extension="2c928083-8907-ce68-0189-2bbd31d6064e"/>
  </externalDocument>
</reference>
\`\`\``,
    },
    {
      code: 7,
      id: 'measure-data-missing',
      title: 'A measure without populations',
      documentation: `A measure holds its populations as Measure Data observations with CMS's template 27.3.16. With only the HL7 template 27.3.5, or with a code that is no population, they are invisible to the converter.

\`\`\`xml
<observation classCode="OBS" moodCode="EVN">
  <templateId root="2.16.840.1.113883.10.20.27.3.5" extension="2016-09-01"/>
  <templateId root="2.16.840.1.113883.10.20.27.3.16" extension="2019-05-01"/>
  <value xsi:type="CD" code="DENOM" codeSystem="2.16.840.1.113883.5.4"/>
</observation>
\`\`\``,
    },
    {
      code: 6,
      id: 'converter-measure-unknown',
      title: "The converter's measure data do not know the measure GUID",
      documentation: `CMS's converter refuses a MIPS file with a measure GUID that its measure data of the year do not have. \`measure-guid-unknown\` tells which GUID it should be.`,
    },
    ...populationCodesOfConverter,
    ...initialPopulationCodes,
    ...rateCodesOfConverter,
  ],
  *check(measure, scope) {
    const { header, catalog, text, table } = scope;
    if (header.program?.family !== 'MIPS') return;
    yield* checkGuidCount(measure, scope);
    if (childNodes(measure, 'measureData').length === 0) {
      const message = 'The measure has no population with template 2.16.840.1.113883.10.20.27.3.16.';
      yield {
        code: 7,
        node: measure,
        span: spanOf(measure),
        message,
        fixes: () => populationTemplates(measure.element, text, table),
      };
    }
    const guid = measureGuids(measure.element)[0];
    if (guid === undefined) return;
    const row = measureOfGuid(catalog, guid.value);
    if (row === undefined) {
      yield {
        code: 6,
        node: measure,
        span: spanOfValue(guid, measure),
        message: `The converter's measure data do not know the measure GUID "${guid.value}".`,
        isEcho: true,
      };
    } else if (strataOf(row).length > 0) {
      yield* checkAgainst(measure, row, scope);
    }
  },
};

function* checkAgainst(measure: TemplateNode, row: Measure, scope: ConverterScope): Iterable<Refusal> {
  yield* checkPopulations(measure, row, scope);
  yield* checkRates(measure, row, scope);
}

/** What the guide says of the reference that should hold the GUID. */
function explainsMissingGuid({ element }: TemplateNode): Pick<Refusal, 'explains'> {
  const rules = [
    'guide-fixed-value',
    'guide-null-flavor',
    'guide-required-attribute',
    'guide-required-element',
  ];
  const documents = elementsAt(element, ['reference', 'externalDocument']);
  return { explains: documents.map((within) => ({ rules, within })) };
}

function* checkGuidCount(measure: TemplateNode, { catalog, text }: ConverterScope): Iterable<Refusal> {
  const guids = measureGuids(measure.element);
  if (guids.length === 1) return;
  const message =
    guids.length === 0
      ? "The measure has no GUID: reference/externalDocument needs an id with root 2.16.840.1.113883.4.738 and the eCQM version's GUID as extension."
      : `The measure has ${guids.length} GUIDs; it needs exactly one.`;
  const missingAt = spanOfDeepest(measure, ['reference', 'externalDocument', 'id']);
  yield {
    code: 70,
    node: measure,
    span: guids[1] === undefined ? missingAt : spanOfValue(guids[1], measure),
    message,
    ...(guids.length === 0 ? explainsMissingGuid(measure) : explainsRepetition(guids)),
    ...(guids.length === 0 && { fixes: () => addMeasureGuid(measure, catalog, text) }),
  };
}
