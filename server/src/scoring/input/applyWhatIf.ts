import type { YearCatalog } from '../../catalog/catalog.ts';
import { sourced } from '../../text/span.ts';
import type { WhatIf } from '../whatIf.ts';
import { changeQuality, nowhere } from './changeQuality.ts';
import type { ActivityInput, PiInput, ScoreInput } from './collect.ts';

/** The input with the changes, and what could not be changed. */
export interface ChangedInput {
  readonly input: ScoreInput;
  readonly notes: readonly string[];
}

/** Puts assumed values in place of the files': a measure that was not sent is added, `none` takes it out. */
export function applyWhatIf(
  input: ScoreInput,
  changes: readonly WhatIf[],
  catalog: YearCatalog,
): ChangedInput {
  let current = input;
  const notes: string[] = [];
  for (const change of changes) {
    const changed = applyChange(current, change, catalog);
    if (typeof changed === 'string') notes.push(changed);
    else current = changed;
  }
  return { input: current, notes };
}

/** The changed input, or a sentence saying why there is none. */
function applyChange(input: ScoreInput, change: WhatIf, catalog: YearCatalog): ScoreInput | string {
  const category = catalog.measures.get(change.measureId)?.category;
  switch (category) {
    case 'quality':
      return changeQuality(input, change, catalog);
    case 'pi':
      return changePi(input, change);
    case 'ia':
      return changeActivity(input, change);
    default:
      return `${catalog.performanceYear} has no measure ${change.measureId} to change.`;
  }
}

function changePi(input: ScoreInput, { measureId, value }: WhatIf): ScoreInput {
  if (value.kind === 'leftOut') {
    return { ...input, pi: input.pi.filter((entry) => entry.measureId !== measureId) };
  }
  const origin = input.pi.find((entry) => entry.measureId === measureId)?.origin ?? nowhere;
  const base = { span: origin.span, measureId: sourced(measureId, origin.span), guid: null };
  const measurement: PiInput['measurement'] =
    value.kind === 'counts'
      ? {
          ...base,
          kind: 'proportion',
          numerator: sourced(value.met, origin.span),
          denominator: sourced(value.of, origin.span),
        }
      : { ...base, kind: 'attestation', value: sourced(value.yes, origin.span) };
  return {
    ...input,
    pi: replaced(input.pi, { measureId, measurement, origin }),
    hasCategory: { ...input.hasCategory, pi: true },
  };
}

function changeActivity(input: ScoreInput, { measureId, value }: WhatIf): ScoreInput | string {
  if (value.kind === 'leftOut') {
    return { ...input, activities: input.activities.filter((entry) => entry.measureId !== measureId) };
  }
  if (value.kind !== 'answer') return `${measureId} is answered with yes or no.`;
  const origin = input.activities.find((entry) => entry.measureId === measureId)?.origin ?? nowhere;
  const changed: ActivityInput = {
    measureId,
    measurement: {
      kind: 'attestation',
      span: origin.span,
      measureId: sourced(measureId, origin.span),
      guid: null,
      value: sourced(value.yes, origin.span),
    },
    origin,
  };
  return {
    ...input,
    activities: replaced(input.activities, changed),
    hasCategory: { ...input.hasCategory, ia: true },
  };
}

/** The entries with one in place of all those of its measure, where the first of them stood, else at the end. */
function replaced<Entry extends { readonly measureId: string }>(
  entries: readonly Entry[],
  changed: Entry,
): readonly Entry[] {
  const first = entries.findIndex(({ measureId }) => measureId === changed.measureId);
  if (first === -1) return [...entries, changed];
  return entries.flatMap((entry, index) => {
    if (entry.measureId !== changed.measureId) return [entry];
    return index === first ? [changed] : [];
  });
}
