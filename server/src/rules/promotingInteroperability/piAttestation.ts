import type { Problem, Rule } from '../rule.ts';
import { type PiReports, piReports } from './reports.ts';

/** Attestations that must be there, and most of them answered yes. */
export const piAttestation: Rule = {
  id: 'pi-attestation',
  layer: 'score',
  severity: 'warning',
  source: '42 CFR 414.1375(b): required attestations by year; schemas/<year>/scoring.json pi.attestations',
  title: 'A required attestation is missing or answered with no',
  documentation: `Promoting Interoperability needs the attestations ONC direct review (\`PI_ONCDIR_1\`), actions to limit or restrict interoperability (\`PI_INFBLO_1\`) and the security risk analysis (\`PI_PPHI_1\`), all answered yes. The SAFER guides (\`PI_PPHI_2\`) must be answered in 2022 and 2023, with yes or no, and with yes from 2024. Otherwise the whole category scores zero. ONC-ACB surveillance (\`PI_ONCACB_1\`) is optional.`,
  *check(context) {
    const attestations = context.policy?.pi.attestations.value ?? [];
    for (const reports of piReports(context)) {
      // An empty set is told by pi-incomplete.
      if (reports.set.measurements.length === 0) continue;
      yield* missing(
        reports,
        attestations.map(({ measureId }) => measureId),
      );
      yield* refused(
        reports,
        attestations.filter(({ mustBeYes }) => mustBeYes).map(({ measureId }) => measureId),
      );
    }
  },
};

function* missing(reports: PiReports, ids: readonly string[]): Iterable<Problem> {
  const lacking = ids.filter((id) => reports.get(id) === undefined && !reports.isFaulty(id));
  if (lacking.length === 0) return;
  const message = `The attestation${lacking.length > 1 ? 's' : ''} ${lacking.join(', ')} ${lacking.length > 1 ? 'are' : 'is'} missing; Promoting Interoperability scores zero without.`;
  yield { span: reports.set.span, message };
}

function* refused(reports: PiReports, ids: readonly string[]): Iterable<Problem> {
  for (const id of ids) {
    const answer = reports.get(id);
    if (answer?.kind !== 'attestation' || answer.value?.value !== false) continue;
    yield {
      span: answer.value.span,
      message: `${id} is answered with no; Promoting Interoperability then scores zero.`,
    };
  }
}
