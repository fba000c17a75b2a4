import { qualityMeasurements } from '../../submission/measurements.ts';
import type { Rule } from '../rule.ts';

/** CMS has not published the year's eCQM GUIDs, so none can be right or wrong. */
export const measureGuidUnpublished: Rule = {
  id: 'measure-guid-unpublished',
  layer: 'upload',
  severity: 'information',
  source: 'CMS measures data of the year, which holds no eCQM GUIDs yet',
  title: "The year's eCQM GUIDs are not published yet",
  documentation: `CMS publishes the GUIDs of a year's eCQMs and of their populations with its measures data, usually during the performance year. Until then QPP Lens cannot tell a right GUID from a wrong one: it checks none and says so once in each file.`,
  *check({ catalog, submission, performanceYear, catalogs }) {
    if (catalog.hasGuids) return;
    const guids = [...qualityMeasurements(submission)].flatMap(({ guid }) => guid ?? []);
    const [first] = guids;
    if (!first) return;
    const earlier = guids.flatMap(({ value }) => catalogs.findMeasureGuid(value)[0] ?? []);
    const known =
      earlier.length === 0
        ? ''
        : ` ${earlier.length} of them are GUIDs of ${earlier[0]?.performanceYear} or earlier.`;
    yield {
      span: first.span,
      message: `CMS has not published the eCQM GUIDs of ${performanceYear} yet, so the ${guids.length} measure GUIDs of this file are not checked.${known}`,
    };
  },
};
