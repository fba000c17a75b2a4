import { html, type TemplateResult } from 'lit-html';
import { isStated, type Practice, readPractice } from '../../../../server/src/scoring/practice.ts';
import { CATEGORY_NAMES } from '../names.ts';
import type { PageView } from './pageView.ts';

type Flag = 'smallPractice' | 'specialStatus' | 'apmParticipant' | 'extremeCircumstances';

const flags: readonly (readonly [Flag, string, string])[] = [
  ['smallPractice', 'Small practice', '15 or fewer clinicians'],
  ['specialStatus', 'Special status', 'rural, in a shortage area, or non-patient-facing'],
  ['apmParticipant', 'Takes part in an APM', 'while reporting traditional MIPS or an MVP'],
  ['extremeCircumstances', 'Extreme circumstances', 'granted by CMS: only what was sent is scored'],
];

type Figure = 'costPercent' | 'administrativeClaimsMeasures' | 'qualityImprovementPercent';

const figures: readonly (readonly [Figure, string, number, string])[] = [
  ['costPercent', 'Cost score in percent', 100, 'any'],
  ['administrativeClaimsMeasures', 'Administrative claims measures', 10, '1'],
  ['qualityImprovementPercent', 'Quality improvement in percent', 10, 'any'],
];

/** What no file says of the practice, to be stated here. It holds for the workspace. */
export function practiceForm({ message, actions }: PageView): TemplateResult {
  const { practice } = message;
  const onChange = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLFormElement)
      actions.statePractice(practiceIn(new FormData(currentTarget)));
  };
  return html`<details class="practice">
    <summary>Practice: <span class="stated">${statedText(practice)}</span></summary>
    <form @change=${onChange} @submit=${(event: Event) => event.preventDefault()}>
      <p class="muted">What is not in a file. It is kept for this workspace and used wherever points are shown.</p>
      <fieldset>
        <legend>The practice</legend>
        ${flags.map(([name, label, hint]) => checkbox(name, 'on', practice[name], label, hint))}
      </fieldset>
      <fieldset>
        <legend>Reweighted by CMS</legend>
        ${CATEGORY_NAMES.map(([category, label]) =>
          checkbox('reweighted', category, practice.reweighted.includes(category), label, ''),
        )}
      </fieldset>
      <fieldset>
        <legend>Known from CMS</legend>
        ${figures.map(([name, label, highest, step]) => figure(name, practice[name], label, highest, step))}
      </fieldset>
    </form>
  </details>`;
}

function checkbox(
  name: string,
  value: string,
  checked: boolean,
  label: string,
  hint: string,
): TemplateResult {
  return html`<label class="choice">
    <input type="checkbox" name=${name} value=${value} .checked=${checked} />
    <span>${label} <span class="muted">${hint}</span></span>
  </label>`;
}

function figure(
  name: Figure,
  value: number | null,
  label: string,
  highest: number,
  step: string,
): TemplateResult {
  return html`<label class="choice">
    <input type="number" name=${name} min="0" max=${highest} step=${step} data-value=${value ?? ''} />
    <span>${label}</span>
  </label>`;
}

/** Reads the form; a figure that is empty or out of bounds counts as not known. */
function practiceIn(form: FormData): Practice {
  const numberIn = (name: Figure) => {
    const text = String(form.get(name) ?? '');
    return text === '' ? null : Number(text);
  };
  return readPractice({
    ...Object.fromEntries(flags.map(([name]) => [name, form.has(name)])),
    ...Object.fromEntries(figures.map(([name]) => [name, numberIn(name)])),
    reweighted: form.getAll('reweighted'),
  });
}

/** The stated facts in a line, so that they are seen while the form is closed. */
function statedText(practice: Practice): string {
  if (!isStated(practice)) return 'nothing stated';
  const names = new Map<string, string>(CATEGORY_NAMES);
  return [
    ...flags.filter(([name]) => practice[name]).map(([, label]) => label),
    ...practice.reweighted.map((category) => `${names.get(category)} reweighted`),
    practice.costPercent === null ? '' : `cost ${practice.costPercent}%`,
    practice.administrativeClaimsMeasures === 0
      ? ''
      : `${practice.administrativeClaimsMeasures} claims measures`,
    practice.qualityImprovementPercent === 0 ? '' : `improvement ${practice.qualityImprovementPercent}%`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
