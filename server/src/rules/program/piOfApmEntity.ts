import type { Rule } from '../rule.ts';

/** In these years an APM entity could not send Promoting Interoperability. */
export const piOfApmEntity: Rule = {
  id: 'pi-of-apm-entity',
  layer: 'upload',
  severity: 'error',
  years: { from: 2020, to: 2022 },
  source:
    'QPP submission API documentation 2020 to 2022: category pi is not allowed for entityType apm; dropped in May 2023',
  title: 'Promoting Interoperability of an APM entity',
  documentation: `From 2020 to 2022 Promoting Interoperability was sent by the clinicians or groups of an APM entity, not by the entity. The submission API refused such a set.`,
  *check({ submission }) {
    if (submission.entityType?.value !== 'apm') return;
    for (const { category, span } of submission.measurementSets) {
      if (category?.value !== 'pi') continue;
      yield {
        span,
        message:
          'An APM entity cannot send Promoting Interoperability in this year; its clinicians or groups do.',
      };
    }
  },
};
