import { childNodes } from '../../qrda3/decode/nodes.ts';
import { ACTIVITY } from '../../qrda3/skeleton/measure.ts';
import { explainsPart, type NodeCheck, spanOf, spanOfSurplus } from './refusal.ts';
import { actFixes, templateFixes } from './sectionRepairs.ts';

/** What the converter asks of the improvement activities section; it stops at the first error. */
export const iaSectionCheck: NodeCheck = {
  kinds: ['iaSection'],
  codes: [
    {
      code: 43,
      id: 'ia-section-empty',
      title: 'An improvement activities section without activities',
      documentation: `An improvement activities section holds at least one activity (template 27.3.33).`,
    },
    {
      code: 44,
      id: 'ia-reporting-parameters',
      title: 'The improvement activities section has not exactly one reporting parameters act',
      documentation: `The section holds one reporting parameters act (template 17.3.8) with its own performance period.`,
    },
    {
      code: 45,
      id: 'ia-section-foreign',
      title: 'Something else in the improvement activities section',
      documentation: `An improvement activities section holds activities and its reporting parameters act, no measures of other categories.`,
    },
  ],
  *check(section, { text, table }) {
    const acts = childNodes(section, 'reportingParameters');
    const foreign = section.children.find(
      ({ kind }) => kind !== 'iaMeasure' && kind !== 'reportingParameters',
    );
    if (childNodes(section, 'iaMeasure').length === 0) {
      const message =
        'The improvement activities section has no activity with template 2.16.840.1.113883.10.20.27.3.33.';
      const fixes = () => templateFixes(section, ACTIVITY, text, table);
      yield { code: 43, node: section, span: spanOf(section), message, fixes };
    } else if (acts.length !== 1) {
      const span = acts[1] === undefined ? spanOf(section) : spanOfSurplus(acts[1]);
      const message = `The improvement activities section has ${acts.length} reporting parameters acts; it needs exactly one.`;
      const fixes = () => actFixes(section, acts, text, table, false);
      yield { code: 44, node: section, span, message, fixes, ...explainsPart(section) };
    } else if (foreign !== undefined) {
      const message =
        'The improvement activities section holds something that is neither an activity nor the reporting parameters act.';
      yield { code: 45, node: section, span: spanOfSurplus(foreign), message };
    }
  },
};
