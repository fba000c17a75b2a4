import { html, nothing, type TemplateResult } from 'lit-html';
import type { Answer } from '../../../../server/src/scoring/breakdown.ts';
import { isAnyChanged, readCounts, type WhatIfTarget } from '../whatIfChanges.ts';
import type { PageView } from './pageView.ts';

/** A value of a row that can be tried out otherwise. */
export interface Changeable {
  readonly target: WhatIfTarget;
  /** Of a measure with several rates, which one; else empty. */
  readonly name: string;
  readonly answer: Answer;
}

/** The fields to try other values in, if they are shown; what is changed is marked and can be taken back in any case. */
export function whatIfFields(
  view: PageView,
  rowName: string,
  values: readonly Changeable[],
): TemplateResult | typeof nothing {
  const targets = values.map(({ target }) => target);
  const isChanged = isAnyChanged(view.message.whatIf, targets);
  if (values.length === 0 || !(view.isTrying || isChanged)) return nothing;
  return html`<div class="what-if" role="group" aria-label="What if, ${rowName}">
    ${
      isChanged
        ? html`<span class="badge tried">what-if</span>
            <button type="button" class="link" aria-label="Take back what-if of ${rowName}"
              @click=${() => view.actions.takeBack(targets)}>Take back</button>`
        : nothing
    }
    ${view.isTrying ? values.map((value) => fields(view, value)) : nothing}
  </div>`;
}

function fields(view: PageView, value: Changeable): TemplateResult {
  const { answer } = value;
  return answer.kind === 'counts'
    ? countFields(view, value, answer)
    : answerField(view, value.target, answer.yes);
}

function countFields(
  { actions }: PageView,
  { target, name }: Changeable,
  { numerator, denominator }: Extract<Answer, { kind: 'counts' }>,
): TemplateResult {
  const onInput = (event: Event) => {
    const value = valueIn(event.currentTarget);
    if (value !== null) actions.tryOut({ ...target, value });
  };
  return html`<span class="counts" @input=${onInput}>
    ${name === '' ? nothing : html`<span class="rate-name">${name}</span>`}
    ${countField('Numerator', numerator)} <span aria-hidden="true">of</span>
    ${countField('Denominator', denominator)}
    <span class="fault" role="alert"></span>
  </span>`;
}

/** Its value comes from `data-value`, unless the user is typing in it: see `fieldValues.ts`. */
function countField(label: string, value: number | null): TemplateResult {
  return html`<input type="number" min="0" step="1" aria-label=${label} data-value=${value ?? ''} />`;
}

/** The counts that stand in the two fields; `null`, with a sentence beside them, while they are none. */
function valueIn(counts: EventTarget | null) {
  if (!(counts instanceof HTMLElement)) return null;
  const [numerator, denominator] = counts.querySelectorAll('input');
  if (numerator === undefined || denominator === undefined) return null;
  const value = readCounts(numerator.value, denominator.value);
  const fault = typeof value === 'string' ? value : '';
  const sentence = counts.querySelector('.fault');
  if (sentence) sentence.textContent = fault;
  for (const field of [numerator, denominator]) field.setAttribute('aria-invalid', String(fault !== ''));
  return typeof value === 'string' ? null : value;
}

function answerField({ actions }: PageView, target: WhatIfTarget, yes: boolean | null): TemplateResult {
  const onChange = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLSelectElement)) return;
    actions.tryOut({ ...target, value: { kind: 'answer', yes: currentTarget.value === 'yes' } });
  };
  return html`<select aria-label="Answer" @change=${onChange}>
    ${yes === null ? html`<option selected disabled>not sent</option>` : nothing}
    <option value="yes" .selected=${yes === true}>Yes</option>
    <option value="no" .selected=${yes === false}>No</option>
  </select>`;
}
