import { html, nothing, type TemplateResult } from 'lit-html';
import { programName } from '../names.ts';
import type { ScoredView } from './pageView.ts';

/** What can be done with the score as a whole. */
export function toolbar({ result, message, isTrying, actions }: ScoredView): TemplateResult {
  return html`<div class="toolbar">
    ${result.programs.length > 1 ? programChoice(result.breakdown.programName, result.programs, actions.chooseProgram) : nothing}
    <button type="button" aria-pressed=${isTrying} @click=${actions.toggleTrying}
      title="Change numerators, denominators and answers here and see the points move; the file stays as it is">
      What-if
    </button>
    <button type="button" @click=${() => actions.save('csv')}>Save as CSV</button>
    <button type="button" @click=${() => actions.save('page')}>Save to print</button>
    ${
      message.isFollowing
        ? nothing
        : html`<button type="button" @click=${actions.follow}>Follow the active file</button>`
    }
  </div>`;
}

function programChoice(
  chosen: string | null,
  programs: readonly string[],
  onChoose: (program: string) => void,
): TemplateResult {
  const onChange = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLSelectElement) onChoose(currentTarget.value);
  };
  return html`<select aria-label="Program" @change=${onChange}>
    ${programs.map(
      (program) =>
        html`<option value=${program} .selected=${program === chosen}>${programName(program)}</option>`,
    )}
  </select>`;
}

/** Says that what is shown is not what the file comes to. */
export function whatIfBanner({ message, actions }: ScoredView): TemplateResult | typeof nothing {
  const count = message.whatIf.length;
  if (count === 0) return nothing;
  return html`<div class="banner" role="note">
    <span><strong>What-if.</strong> ${count === 1 ? 'One value differs' : `${count} values differ`} from the file, which stays as it is.</span>
    <button type="button" @click=${() => actions.takeBack('all')}>Take back all</button>
  </div>`;
}
