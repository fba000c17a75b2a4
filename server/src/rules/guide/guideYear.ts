import { nameSpan } from '../../xml/tree.ts';
import { guideFor } from './guideFor.ts';
import type { GuideRule } from './guideRule.ts';

/** Says when a file is not checked against the guide of its own year. */
export const guideYear: GuideRule = {
  id: 'guide-year',
  layer: 'guide',
  severity: 'information',
  source: 'The guides QPP Lens holds: CMS QRDA III 2019 to 2026',
  title: "There is no guide for the file's performance year",
  documentation: `QPP Lens holds the implementation guides of the performance years 2019 to 2026. A file for a later year is checked against the newest guide, which may differ from its own once that is published. A file for an earlier year is not checked against a guide at all: the guides of 2017 and 2018 are of another make, and findings by a later one would be wrong.

A performance year can be set by hand, see the setting \`qppLens.performanceYear\` or \`--year\`.`,
  *check({ document, performanceYear, guides }) {
    const { years } = guides;
    if (document.format !== 'qrda3' || !document.xml.root || years.includes(performanceYear)) return;
    const used = guideFor(performanceYear, guides)?.table.performanceYear;
    const range = `${years[0]} to ${years.at(-1)}`;
    yield {
      span: nameSpan(document.xml.root),
      message: used
        ? `There is no guide for ${performanceYear} yet; the file is checked against that of ${used}.`
        : `The file is not checked against a QRDA III guide: there are guides for ${range}, its year is ${performanceYear}.`,
      isUnpublished: true,
    };
  },
};
