import assert from 'node:assert/strict';
import { performanceYears } from '../../../server/src/catalog/performanceYears.ts';
import { catalogs, policyOf } from '../../fixtures/scores.ts';

describe('the scoring policy of every year', () => {
  for (const year of performanceYears) {
    const policy = policyOf(year);

    it(`of ${year} gives each figure a source and a confidence`, () => {
      for (const figure of figuresIn(policy)) {
        assert.ok(figure.source.length > 3, JSON.stringify(figure));
        assert.match(figure.confidence, /^(high|medium|low)$/);
      }
    });

    it(`of ${year} has weights that add up to 100 and give missing categories none`, () => {
      for (const table of [policy.weights.mips, policy.weights.smallPractice, policy.weights.apm]) {
        for (const row of table.value) {
          assert.equal(row.quality + row.cost + row.ia + row.pi, 100);
          for (const category of row.missing) assert.equal(row[category], 0);
        }
      }
    });

    it(`of ${year} has 100 PI points by each way through the objectives`, () => {
      const { requirements, points, publicHealth } = policy.pi;
      for (const requirement of requirements.value) {
        const sums = requirement.anyOf.map((ids) =>
          ids.reduce((sum, id) => sum + (points.value[id] ?? 0), 0),
        );
        assert.equal(new Set(sums).size, 1, requirement.objective);
      }
      const first = requirements.value.flatMap((requirement) => requirement.anyOf[0] ?? []);
      const sum = first.reduce((total, id) => total + (points.value[id] ?? 0), publicHealth.value.points);
      assert.equal(sum, policy.pi.maximumPoints.value);
    });

    it(`of ${year} names only measures that the year has`, () => {
      const { pi, quality } = policy;
      const ids = [
        ...Object.keys(pi.points.value),
        ...pi.publicHealth.value.candidates,
        ...pi.bonuses.value.flatMap((bonus) => bonus.measureIds),
        ...pi.attestations.value.map((attestation) => attestation.measureId),
        ...pi.redistribution.flatMap((rule) => rule.value.flat()),
        ...Object.values(quality.programs).flatMap((program) => program.value.flat()),
      ];
      for (const id of ids) assert.ok(catalogs.year(year)?.measures.has(id), id);
    });
  }
});

interface AnyFigure {
  readonly source: string;
  readonly confidence: string;
}

/** Every object with a `value`, at any depth. */
function figuresIn(part: unknown): AnyFigure[] {
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap(figuresIn);
  return 'value' in part ? [part as unknown as AnyFigure, ...inside] : inside;
}
