import { childNodes, type TemplateNode } from '../../qrda3/decode/nodes.ts';
import { categorySectionVersion, measureGuids } from '../../qrda3/decode/values.ts';
import { CMS_MEASURE } from '../../qrda3/skeleton/measure.ts';
import { ACCEPTED_CATEGORY_SECTION_VERSION, CATEGORY_SECTION_TEMPLATE } from '../../qrda3/templates.ts';
import { addTemplate } from '../fixing/templateEdits.ts';
import {
  type ConverterScope,
  explainsPart,
  type NodeCheck,
  type Refusal,
  spanOf,
  spanOfSurplus,
  spanOfValue,
  withoutRepetition,
} from './refusal.ts';
import { actFixes, templateFixes } from './sectionRepairs.ts';

/** What the converter asks of the quality section. */
export const qualitySectionCheck: NodeCheck = {
  kinds: ['qualitySection'],
  codes: [
    {
      code: 32,
      id: 'quality-reporting-parameters',
      title: 'The quality section has not exactly one reporting parameters act',
      documentation: `The quality section holds one entry with the reporting parameters act (template 17.3.8), which gives the performance period. Without it the converter knows no performance year.

\`\`\`xml
<entry typeCode="DRIV">
  <act classCode="ACT" moodCode="EVN">
    <templateId root="2.16.840.1.113883.10.20.17.3.8" extension="2020-12-01"/>
    <effectiveTime>
      <low value="20250101"/>
      <high value="20251231"/>
    </effectiveTime>
  </act>
</entry>
\`\`\``,
    },
    {
      code: 81,
      id: 'quality-section-empty',
      title: 'A quality section without measures',
      documentation: `A quality section holds at least one measure: an organizer with CMS's template 27.3.17. Without that template a measure is invisible to the converter.`,
    },
    {
      code: 71,
      id: 'measure-repeated',
      title: 'The same measure twice in the quality section',
      documentation: `Every measure GUID stands once in the quality section. Two measures without GUID count as the same.`,
    },
    {
      code: 95,
      id: 'category-section-version',
      title: 'The category section template is missing or of another version',
      documentation: `The quality section carries HL7's category section template 2.16.840.1.113883.10.20.27.2.1 with extension 2020-12-01. It is the one section template whose extension the converter reads.

\`\`\`xml
<templateId root="2.16.840.1.113883.10.20.27.2.1" extension="2020-12-01"/>
<templateId root="2.16.840.1.113883.10.20.27.2.3" extension="2022-05-01"/>
\`\`\``,
    },
  ],
  *check(section, scope) {
    yield* checkContent(section, scope);
    yield* checkMeasuresDiffer(section, scope);
    yield* checkVersion(section, scope);
  },
};

/** The converter stops at the first of these. */
function* checkContent(section: TemplateNode, { text, table }: ConverterScope): Iterable<Refusal> {
  const acts = childNodes(section, 'reportingParameters');
  if (acts.length !== 1) {
    const span = acts[1] === undefined ? spanOf(section) : spanOfSurplus(acts[1]);
    const message = `The quality section has ${acts.length} reporting parameters acts; it needs exactly one.`;
    const fixes = () => actFixes(section, acts, text, table, true);
    yield { code: 32, node: section, span, message, fixes, ...explainsPart(section) };
  } else if (childNodes(section, 'measure').length === 0) {
    const message = 'The quality section has no measure with template 2.16.840.1.113883.10.20.27.3.17.';
    const fixes = () => templateFixes(section, CMS_MEASURE, text, table);
    yield { code: 81, node: section, span: spanOf(section), message, fixes };
  }
}

function* checkMeasuresDiffer(section: TemplateNode, { text }: ConverterScope): Iterable<Refusal> {
  const seen = new Map<string | null, TemplateNode>();
  for (const measure of childNodes(section, 'measure')) {
    const guid = measureGuids(measure.element)[0];
    const key = guid?.value.toLowerCase() ?? null;
    const first = seen.get(key);
    if (first) {
      const name =
        guid === undefined
          ? 'Several measures of the quality section have no GUID'
          : `The measure "${guid.value}" stands twice in the quality section`;
      yield {
        code: 71,
        node: section,
        span: spanOfValue(guid, measure),
        message: `${name}; each may stand there once.`,
        fixes: () => withoutRepetition([first, measure], text),
      };
    } else seen.set(key, measure);
  }
}

function* checkVersion(section: TemplateNode, { text }: ConverterScope): Iterable<Refusal> {
  const version = categorySectionVersion(section.element);
  if (version?.value === ACCEPTED_CATEGORY_SECTION_VERSION) return;
  const found =
    version === undefined
      ? 'has no category section template'
      : `has the category section template of version "${version.value}"`;
  yield {
    code: 95,
    node: section,
    span: spanOfValue(version, section),
    message: `The quality section ${found}; the converter wants 2.16.840.1.113883.10.20.27.2.1 with extension ${ACCEPTED_CATEGORY_SECTION_VERSION}.`,
    fixes: () => [
      addTemplate(section.element, CATEGORY_SECTION_TEMPLATE, ACCEPTED_CATEGORY_SECTION_VERSION, text),
    ],
  };
}
