import type { PiPolicy } from '../../scoring/policy.ts';
import type { Problem, Rule, RuleContext } from '../rule.ts';
import { type PiReports, piReports } from './reports.ts';

const OBJECTIVE_NAMES: Readonly<Record<string, string>> = {
  electronicPrescribing: 'e-Prescribing',
  healthInformationExchange: 'Health Information Exchange',
  providerToPatientExchange: 'Provider to Patient Exchange',
};

/** Required measures of an objective that are neither reported nor excluded. */
export const piIncomplete: Rule = {
  id: 'pi-incomplete',
  layer: 'score',
  severity: 'warning',
  source:
    '42 CFR 414.1375 and 414.1380(b)(4): all required measures are reported or excluded, else the category scores zero; schemas/<year>/scoring.json',
  title: 'Promoting Interoperability lacks a required measure',
  documentation: `Promoting Interoperability is all or nothing: every required measure of every objective is reported (yes, or a numerator of at least one) or its exclusion is claimed. If one is missing, the whole category scores zero. One finding per objective says what is missing:

- e-Prescribing: \`PI_EP_1\`, from 2023 also \`PI_EP_2\`
- Health Information Exchange: \`PI_HIE_1\` and \`PI_HIE_4\`, or \`PI_HIE_5\` (from 2021), or \`PI_HIE_6\` (from 2023)
- Provider to Patient Exchange: \`PI_PEA_1\`
- Public Health and Clinical Data Exchange: two registries to 2021, from 2022 \`PI_PHCDRR_1\` and \`PI_PHCDRR_3\`

Several files of one participant count together, so a file that is meant as a supplement may ignore this.`,
  *check(context) {
    if (context.policy === undefined) return;
    for (const reports of piReports(context)) {
      if (reports.set.measurements.length === 0) {
        yield zero(reports, [], 'The set reports no measure.');
        continue;
      }
      yield* missingMeasures(reports, context.policy.pi);
      yield* missingRegistries(reports, context.policy.pi, context);
    }
  },
};

function* missingMeasures(reports: PiReports, { requirements }: PiPolicy): Iterable<Problem> {
  for (const { objective, anyOf } of requirements.value) {
    if (anyOf.some((ids) => ids.every(reports.isDone))) continue;
    const begun = anyOf.find((ids) => ids.some(reports.isDone));
    const ways = (begun === undefined ? anyOf : [begun]).map((ids) =>
      ids.filter((id) => !reports.isDone(id)),
    );
    const name = OBJECTIVE_NAMES[objective] ?? objective;
    yield zero(reports, ways.flat(), `${name}: ${lack(ways)}`);
  }
}

function* missingRegistries(
  reports: PiReports,
  { publicHealth }: PiPolicy,
  { performanceYear }: RuleContext,
): Iterable<Problem> {
  const { candidates, needed } = publicHealth.value;
  const done = candidates.filter(reports.isDone);
  // To 2021 a second registry of the same kind counts as well.
  const second = candidates.filter((id) => reports.isReported(id) && reports.isReported(`${id}_MULTI`));
  if (done.length + second.length >= needed) return;
  const lacking = candidates.filter((id) => !done.includes(id));
  const what =
    candidates.length === needed
      ? lacking.join(' and ')
      : `${needed - done.length} more of ${lacking.join(', ')}`;
  yield zero(
    reports,
    lacking,
    `Public Health and Clinical Data Exchange of ${performanceYear}: ${what} must be reported or excluded.`,
  );
}

function lack(ways: readonly (readonly string[])[]): string {
  const listed = ways.map((ids) => ids.join(' and ')).join(', or ');
  if (ways.length > 1) return `none of ${listed} is reported or excluded.`;
  return `${listed} ${ways[0]?.length === 1 ? 'is' : 'are'} neither reported nor excluded.`;
}

/** At the answer where the one thing that is lacking is answered with no. */
function zero(reports: PiReports, lacking: readonly string[], reason: string): Problem {
  const [id = '', ...others] = lacking;
  const report = others.length === 0 ? reports.get(id) : undefined;
  const answer = report?.kind === 'attestation' && report.value?.value === false ? report.value : undefined;
  const told = answer ? `${id} is answered with no, which reports nothing. ${reason}` : reason;
  return {
    span: answer?.span ?? reports.set.span,
    message: `${told} Promoting Interoperability scores zero without it.`,
  };
}
