import type {
  Explanation,
  IaBreakdown,
  PiBreakdown,
  QualityBreakdown,
  QualityMeasureScore,
  ScoreBreakdown,
} from '../../../../server/src/scoring/breakdown.ts';
import { sentence } from '../../../../server/src/scoring/sentence.ts';
import { answerText, pointsText, rateText } from '../figures.ts';
import { ladderOf } from '../ladder.ts';
import type { ScoreMessage } from '../messages.ts';
import {
  BONUS_NAMES,
  CATEGORY_NAMES,
  collectionTypeName,
  objectiveName,
  participantName,
  programName,
} from '../names.ts';
import { none, number, percent } from '../numbers.ts';
import { type Markup, markup } from './markup.ts';
import { PRINT_STYLE } from './printStyle.ts';

/** The score as a page of its own to print or send: no scripts, nothing loaded, every text of the file escaped. */
export function printablePage({ files, result, whatIf }: ScoreMessage, date: Date): string {
  const breakdown = result?.breakdown;
  const title = breakdown ? participantName(breakdown.participant) : 'No score';
  const names = files.map(({ name }) => name).join(', ');
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>QPP score · ${title}</title>
<style>${{ html: PRINT_STYLE }}</style>
</head>
<body>
<h1>${title}</h1>
<p>${programName(breakdown?.programName ?? null)} · Performance year ${breakdown?.performanceYear ?? none} · ${names} · ${date.toISOString().slice(0, 10)}</p>
${whatIf.length > 0 ? markup`<p class="note">Made with what-if values that are not in the files.</p>` : null}
${breakdown ? breakdownParts(breakdown) : null}
<p class="foot">An estimate by QPP Lens, not a score of CMS.</p>
</body>
</html>
`.html;
}

function breakdownParts(breakdown: ScoreBreakdown): Markup {
  const notes = breakdown.notes.map((note) => markup`<p class="note">${note}</p>\n`);
  if (breakdown.status === 'notScorable') return markup`${notes}`;
  return markup`${notes}${qualityPart(breakdown.quality)}${piPart(breakdown.pi)}${activityPart(breakdown.ia)}${estimatePart(breakdown)}`;
}

function qualityPart(quality: QualityBreakdown): Markup {
  const rows = quality.measures.map(
    (
      measure,
    ) => markup`<tr><th scope="row">${measure.measureId} · ${collectionTypeName(measure.collectionType)}<br>${measure.title}${reason(measure)}</th>
<td>${rateText(measure)}</td><td>${percent(measure.dataCompleteness)}</td><td>${number(measure.caseCount)}</td>
<td>${ladder(measure)}</td><td>${pointsText(measure)}<small>${measure.counted ? 'counts' : 'does not count'}</small></td></tr>
`,
  );
  const bonuses = Object.entries(quality.bonuses)
    .filter(([, bonus]) => bonus.points !== 0)
    .map(([name, bonus]) => total(5, `${BONUS_NAMES[name] ?? name}`, `+${number(bonus.points)}`, bonus));
  return markup`<h2>Quality <span>${quality.isSubmitted ? percent(quality.percent) : none}</span></h2>
${
  quality.isSubmitted
    ? markup`<table>
<thead><tr><th scope="col">Measure</th><th scope="col">Rate</th><th scope="col">Complete</th><th scope="col">Cases</th><th scope="col">Decile</th><th scope="col">Points</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot>${total(5, 'Sub-total', number(quality.subtotal))}${bonuses}${total(5, 'Points that could be had', number(quality.denominator), quality.denominatorReason)}</tfoot>
</table>
${list('Still missing', quality.gaps.map(sentence))}`
    : markup`<p>The files have no quality measures.</p>`
}`;
}

function piPart(pi: PiBreakdown): Markup {
  const isSubmitted = pi.status === 'scored' || pi.status === 'zero';
  const rows = pi.measures.map(
    (measure) => markup`<tr><th scope="row">${measure.measureId}<br>${measure.title}${reason(measure)}</th>
<td>${answerText(measure.answer)}</td><td>${measure.state}</td><td>${measure.displayed}</td></tr>
`,
  );
  const objectives = pi.objectives.map(
    ({ objective, completed, reason: text }) =>
      `${completed ? 'Complete' : 'Not complete'}: ${objectiveName(objective)}. ${text}`,
  );
  return markup`<h2>Promoting Interoperability <span>${isSubmitted ? percent(pi.percent) : none}</span></h2>
${list(null, pi.zeroReasons.map(sentence))}${
  isSubmitted
    ? markup`<table>
<thead><tr><th scope="col">Measure</th><th scope="col">Sent</th><th scope="col">State</th><th scope="col">Points</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot>${total(3, 'Sub-total', number(pi.subtotal))}</tfoot>
</table>
${list(`${pi.objectivesCompleted} of ${pi.objectivesRequired} objectives complete`, objectives)}`
    : markup`<p>${pi.status === 'reweighted' ? 'The category is reweighted.' : 'The files have no Promoting Interoperability measures.'}</p>`
}`;
}

function activityPart(ia: IaBreakdown): Markup {
  const rows = ia.activities.map(
    (
      activity,
    ) => markup`<tr><th scope="row">${activity.measureId}<br>${activity.title}${reason(activity)}</th>
<td>${answerText(activity.answer)}</td><td>${activity.displayed}</td></tr>
`,
  );
  const credit = ia.automaticCredit;
  return markup`<h2>Improvement Activities <span>${percent(ia.percent)}</span></h2>
<table>
<thead><tr><th scope="col">Activity</th><th scope="col">Sent</th><th scope="col">Points</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot>${credit.points === 0 ? null : total(2, 'Credit without an activity', number(credit.points), credit)}${total(2, `Sub-total of ${number(ia.maxPoints)}`, number(ia.subtotal))}</tfoot>
</table>
`;
}

function estimatePart({ estimate, quality, pi, ia }: ScoreBreakdown): Markup {
  const percents = { quality: quality.percent, cost: null, ia: ia.percent, pi: pi.percent };
  const rows = CATEGORY_NAMES.map(
    ([category, name]) => markup`<tr><th scope="row">${name}</th><td>${percent(percents[category])}</td>
<td>${percent(estimate.weights[category])}</td><td>${number(estimate.contributions[category])}</td></tr>
`,
  );
  return markup`<h2>Estimate of the final score <span>${number(estimate.final)}</span></h2>
<table>
<thead><tr><th scope="col">Category</th><th scope="col">Score</th><th scope="col">Weight</th><th scope="col">Points</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
<p>${sentence(estimate.weightsReason)} ${estimate.adjustment ? sentence(estimate.adjustment) : null}</p>
${list('Assumptions', estimate.assumptions)}`;
}

function ladder(measure: QualityMeasureScore): Markup {
  const drawn = ladderOf(measure);
  if (drawn === null) return markup`<small>${measure.benchmark === null ? 'no benchmark' : none}</small>`;
  const rungs = drawn.rungs.map(
    ({ decile, isReached }) =>
      markup`<rect x="${decile * 10 - 9.5}" y="4" width="9" height="8"${isReached ? markup` class="reached"` : null}/>`,
  );
  return markup`<svg viewBox="0 0 100 16" role="img" aria-label="${drawn.description}">${rungs}<path d="M${drawn.mark * 10} 1V15"/></svg> ${measure.decile}`;
}

function reason(explanation: Explanation): Markup {
  return markup`<small>${sentence(explanation)}</small>`;
}

function total(columns: number, name: string, value: string, explanation?: Explanation): Markup {
  return markup`<tr><th scope="row" colspan="${columns}">${name}${explanation ? reason(explanation) : null}</th><td>${value}</td></tr>`;
}

function list(title: string | null, lines: readonly string[]): Markup | null {
  if (lines.length === 0) return null;
  return markup`${title === null ? null : markup`<h3>${title}</h3>\n`}<ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>
`;
}
