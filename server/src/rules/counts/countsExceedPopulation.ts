import { qualityMeasurements } from '../../submission/measurements.ts';
import type { Stratum, Submission } from '../../submission/submission.ts';
import type { Sourced } from '../../text/span.ts';
import type { Problem, Rule } from '../rule.ts';
import { type CountField, countName, isCount } from './countFields.ts';

/** The parts of the eligible population. In QRDA III performance not met is what is left of it, so it is no part to add. */
const PARTS: Readonly<Record<Submission['format'], readonly CountField[]>> = {
  qrda3: ['eligiblePopulationExclusion', 'eligiblePopulationException', 'performanceMet'],
  'qpp-json': [
    'eligiblePopulationExclusion',
    'eligiblePopulationException',
    'performanceMet',
    'performanceNotMet',
  ],
};

/** The parts of the denominator are more than the denominator. */
export const countsExceedPopulation: Rule = {
  id: 'counts-exceed-population',
  layer: 'upload',
  severity: 'error',
  source:
    'QPP submission API: performanceMet + performanceNotMet + exclusion + exception may not be greater than eligiblePopulation',
  title: 'More patients in the parts than in the denominator',
  documentation: `Every patient of the denominator (\`eligiblePopulation\`) is in one part: excluded, excepted, met (numerator) or not met. The parts cannot be more than the whole. CMS's converter does not compare them; it writes what is left of the denominator as \`performanceNotMet\`, which then is negative, and the submission API refuses the file.`,
  *check({ submission }) {
    for (const { strata } of qualityMeasurements(submission)) {
      for (const stratum of strata)
        if (exceeds(stratum, PARTS[submission.format])) yield* checkStratum(stratum, submission);
    }
  },
};

/** Whether the parts are more than the whole, or one of them is. */
function exceeds(stratum: Stratum, fields: readonly CountField[]): boolean {
  const whole = stratum.eligiblePopulation?.value;
  if (whole === undefined || !isCount(whole)) return false;
  let sum = 0;
  let greatest = 0;
  for (const field of fields) {
    const value = stratum[field]?.value ?? 0;
    if (!isCount(value)) return false;
    sum += value;
    greatest = Math.max(greatest, value);
  }
  return sum > whole || greatest > whole;
}

function* checkStratum(stratum: Stratum, submission: Submission): Iterable<Problem> {
  const whole = stratum.eligiblePopulation;
  if (whole === null) return;
  const parts = PARTS[submission.format].flatMap((field) => {
    const count = stratum[field];
    return count === null ? [] : [{ name: countName(field, submission), ...count }];
  });
  const tooGreat = parts.filter(({ value }) => value > whole.value);
  const wholeName = countName('eligiblePopulation', submission);
  const [only, ...others] = tooGreat;
  if (only && others.length === 0) {
    yield {
      span: only.span,
      message: `${only.name} counts ${only.value}, more than ${wholeName} with ${whole.value}.`,
      explains: [{ rules: ['supplemental-sum'], within: only.span }],
      ...relatedTo(whole),
    };
  } else if (only) {
    const terms = tooGreat.map(({ name, value }) => `${name} with ${value}`).join(' and ');
    yield {
      span: whole.span,
      message: `${wholeName} counts ${whole.value}, less than ${terms}.`,
      explains: [{ rules: ['supplemental-sum'], within: whole.span }],
      related: tooGreat.map(({ name, span }) => ({ span, message: `${name} is greater.` })),
    };
  }
  const sum = parts.reduce((total, { value }) => total + value, 0);
  if (tooGreat.length > 0 || sum <= whole.value) return;
  const terms = parts.map(({ name, value }) => `${name} ${value}`).join(' + ');
  const [last] = parts.slice(-1);
  yield {
    span: last?.span ?? whole.span,
    message: `${terms} = ${sum}, more than ${wholeName} with ${whole.value}.`,
    related: parts
      .slice(0, -1)
      .map(({ name, span }) => ({ span, message: `${name} is part of the sum.` }))
      .concat(relatedTo(whole).related),
  };
}

function relatedTo({ span, value }: Sourced<number>): {
  readonly related: { span: Problem['span']; message: string }[];
} {
  return { related: [{ span, message: `The denominator counts ${value}.` }] };
}
