import assert from 'node:assert/strict';
import type { ScoreOptions } from '../../../../server/src/scoring/options.ts';
import { catalogs, score } from '../../../fixtures/scores.ts';
import { answer, measurementSet, submission } from '../../../fixtures/submissions.ts';

/** Activities of a year by weight; from 2025 on they have none. */
function activities(year: number, weight: string | null, count: number): string[] {
  return [...(catalogs.year(year)?.measures.values() ?? [])]
    .filter((measure) => measure.category === 'ia' && measure.weight === weight)
    .map((measure) => measure.measureId)
    .filter((id) => id !== 'IA_PCMH' && id !== 'IA_MVP')
    .slice(0, count);
}

function ia(
  year: number,
  ids: readonly string[],
  options: Partial<ScoreOptions> = {},
  program: { readonly programName?: string } = {},
) {
  const answers = ids.map((id) => answer(id, true));
  return score(submission(year, [measurementSet('ia', answers, program)]), options).ia;
}

describe('iaScore', () => {
  it('gives medium activities 10 and high ones 20 points until 2024', () => {
    assert.equal(ia(2024, activities(2024, 'medium', 1)).subtotal, 10);
    assert.equal(ia(2024, activities(2024, 'high', 1)).subtotal, 20);
  });

  it('doubles the points for special status, which small practices have', () => {
    assert.equal(ia(2024, activities(2024, 'high', 1), { specialStatus: true }).percent, 100);
    assert.equal(ia(2024, activities(2024, 'medium', 1), { smallPractice: true }).subtotal, 20);
  });

  it('asks for two activities from 2025, one with special status', () => {
    assert.equal(ia(2025, activities(2025, null, 1)).percent, 50);
    assert.equal(ia(2025, activities(2025, null, 2)).percent, 100);
    assert.equal(ia(2025, activities(2025, null, 1), { specialStatus: true }).percent, 100);
  });

  it('marks what an activity is worth from 2025 as uncertain', () => {
    assert.equal(ia(2025, activities(2025, null, 1)).activities[0]?.confidence, 'low');
  });

  it('gives a patient-centered medical home everything', () => {
    assert.equal(ia(2021, ['IA_PCMH']).percent, 100);
  });

  it('never makes more than 100 %', () => {
    assert.equal(ia(2024, activities(2024, 'high', 5)).percent, 100);
  });

  it('gives an APM participant half, and the pathway everything', () => {
    assert.equal(ia(2024, [], { apmParticipant: true }).percent, 50);
    assert.equal(ia(2024, activities(2024, 'medium', 1), {}, { programName: 'app1' }).percent, 100);
  });

  it('gives one activity of an MVP everything from 2025, a medium one half before', () => {
    assert.equal(ia(2025, activities(2025, null, 1), {}, { programName: 'G0053' }).percent, 100);
    assert.equal(ia(2024, activities(2024, 'medium', 1), {}, { programName: 'G0053' }).percent, 50);
  });

  it('counts an activity once, wherever and however often it was sent', () => {
    const [id = ''] = activities(2024, 'high', 1);
    const file = (value: boolean) => submission(2024, [measurementSet('ia', [answer(id, value)])]);
    assert.equal(score([file(true), file(true), file(false)]).ia.subtotal, 20);
  });

  it('unites the activities of several files', () => {
    const [a = '', b = ''] = activities(2024, 'high', 2);
    const file = (id: string) => submission(2024, [measurementSet('ia', [answer(id, true)])]);
    assert.equal(score([file(a), file(b)]).ia.percent, 100);
  });

  it('gives an activity answered with no, or of another year, nothing', () => {
    const [id = ''] = activities(2024, 'high', 1);
    const no = score(
      submission(2024, [measurementSet('ia', [answer(id, false), answer('IA_NONE_1', true)])]),
    ).ia;
    assert.equal(no.subtotal, 0);
  });
});
