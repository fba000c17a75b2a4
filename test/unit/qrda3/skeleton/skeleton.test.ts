import assert from 'node:assert/strict';
import type { Measure } from '../../../../server/src/catalog/catalog.ts';
import { performanceYears } from '../../../../server/src/catalog/performanceYears.ts';
import { openDocument } from '../../../../server/src/document/openDocument.ts';
import type { SkeletonContext } from '../../../../server/src/qrda3/skeleton/context.ts';
import { type DocumentProgram, document } from '../../../../server/src/qrda3/skeleton/document.ts';
import {
  improvementActivity,
  piMeasure,
  qualityMeasure,
} from '../../../../server/src/qrda3/skeleton/measure.ts';
import { section } from '../../../../server/src/qrda3/skeleton/section.ts';
import { type Tag, writeTag } from '../../../../server/src/qrda3/skeleton/tag.ts';
import { checkDocument } from '../../../../server/src/rules/run.ts';
import { createGaps } from '../../../../server/src/text/snippet.ts';
import { knowledge } from '../../../fixtures/knowledge.ts';
import { filled } from '../../../fixtures/snippet.ts';

function contextOf(year: number): SkeletonContext {
  const guide = knowledge.guides.guide(year);
  if (!guide) throw new Error(`There is no guide of ${year}.`);
  return { table: guide.table, gaps: createGaps(), newId: () => crypto.randomUUID() };
}

/** The year's measures that are not for MVPs alone. */
function measuresOf(year: number): Measure[] {
  const measures = [...(knowledge.catalogs.year(year)?.measures.values() ?? [])];
  return measures.filter(
    ({ allowedPrograms }) => allowedPrograms.length === 0 || allowedPrograms.includes('mips'),
  );
}

/** Everything of the layers that refuse a file, and warnings of the guide, found in a document of the sections. */
function faultsOf(
  context: SkeletonContext,
  sections: readonly Tag[],
  program: DocumentProgram = 'MIPS_GROUP',
) {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${filled(writeTag(document(context, program, sections)))}`;
  const opened = openDocument(text, knowledge.catalogs, { performanceYear: null });
  const options = { profile: 'guide', raw: false, performanceYear: null, severities: {} } as const;
  return checkDocument(opened, knowledge, options)
    .filter(({ severity, layer }) => severity === 'error' || (severity === 'warning' && layer !== 'score'))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

for (const year of performanceYears) {
  describe(`A skeleton of ${year}`, () => {
    const activity = (context: SkeletonContext) => {
      const [first] = measuresOf(year).flatMap((measure) => (measure.category === 'ia' ? [measure] : []));
      assert.ok(first);
      return section(context, 'ia', [improvementActivity(context, first)]);
    };

    it('is a valid document for a group and for a clinician', () => {
      for (const program of ['MIPS_GROUP', 'MIPS_INDIV'] as const) {
        const context = contextOf(year);
        assert.deepEqual(faultsOf(context, [activity(context)], program), []);
      }
    });

    it('is a valid entry of each eCQM whose GUIDs are published', () => {
      const written = measuresOf(year).flatMap((measure) => {
        if (measure.category !== 'quality' || !measure.eMeasureGuid) return [];
        const context = contextOf(year);
        const entry = qualityMeasure(context, measure);
        assert.ok(entry, measure.measureId);
        assert.deepEqual(faultsOf(context, [section(context, 'quality', [entry])]), [], measure.measureId);
        return [measure];
      });
      assert.equal(written.length > 40, year < 2026);
    });

    it('is a valid entry of each Promoting Interoperability measure', () => {
      for (const measure of measuresOf(year)) {
        if (measure.category !== 'pi') continue;
        const context = contextOf(year);
        const entry = piMeasure(context, measure);
        assert.deepEqual(faultsOf(context, [section(context, 'pi', [entry])]), [], measure.measureId);
      }
    });

    it('is a valid entry of each improvement activity', () => {
      const context = contextOf(year);
      const entries = measuresOf(year).flatMap((measure) =>
        measure.category === 'ia' ? [improvementActivity(context, measure)] : [],
      );
      assert.deepEqual(faultsOf(context, [section(context, 'ia', entries)]), []);
    });
  });
}
