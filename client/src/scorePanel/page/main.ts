import { render } from 'lit-html';
import type { WhatIf } from '../../../../server/src/scoring/whatIf.ts';
import { isMarkMessage, isScoreMessage } from '../messageShapes.ts';
import type { RowRef, ScoreMessage } from '../messages.ts';
import { withChange, withoutTargets } from '../whatIfChanges.ts';
import { createAnnouncer } from './announcement.ts';
import { fillFields, refillOnLeaving } from './fieldValues.ts';
import { keepFocus } from './keepFocus.ts';
import type { PageActions } from './pageView.ts';
import { rowId } from './row.ts';
import { hint, scorePage } from './scorePage.ts';
import { announcementOf } from './summary.ts';
import { vscode } from './vscodeApi.ts';

const page = elementById('score');
const announce = createAnnouncer(elementById('announcement'));

let message: ScoreMessage | null = null;
let marked: RowRef | null = null;
let isTrying = false;
/** The changes as last asked for, and whether a score with them is still to come. */
let whatIf: readonly WhatIf[] = [];
let isAwaited = false;

const actions: PageActions = {
  reveal: (row) => vscode.postMessage({ type: 'reveal', row }),
  revealRemark: (category, index, remark) =>
    vscode.postMessage({ type: 'revealRemark', category, index, remark }),
  statePractice: (practice) => vscode.postMessage({ type: 'practice', practice }),
  tryOut: (change) => tryOut(withChange(whatIf, change)),
  takeBack: (targets) => tryOut(targets === 'all' ? [] : withoutTargets(whatIf, targets)),
  chooseProgram: (programName) => vscode.postMessage({ type: 'program', programName }),
  save: (format) => vscode.postMessage({ type: 'export', format }),
  follow: () => vscode.postMessage({ type: 'follow' }),
  toggleTrying: () => {
    isTrying = !isTrying;
    draw();
  },
};

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isScoreMessage(data)) show(data);
  else if (isMarkMessage(data)) mark(data.row);
});
refillOnLeaving(page);
render(hint('Waiting for the score …'), page);
vscode.postMessage({ type: 'ready' });

function show(next: ScoreMessage): void {
  const isOtherFile = namesOf(next) !== namesOf(message);
  // While the user types on, an earlier answer must not take back what is on its way.
  if (isOtherFile || JSON.stringify(next.whatIf) === JSON.stringify(whatIf)) isAwaited = false;
  if (!isAwaited) whatIf = next.whatIf;
  message = next;
  if (isOtherFile) window.scrollTo(0, 0);
  keepState(next);
  draw();
  announce(announcementOf(next));
}

function keepState({ files, isFollowing, programName }: ScoreMessage): void {
  if (files.length > 0)
    vscode.setState({ uris: files.map(({ uri }) => uri), isFollowing, programName, whatIf });
}

function draw(): void {
  if (message === null) return;
  const view = { message, marked, isTrying, actions };
  keepFocus(page, () => render(scorePage(view), page));
  fillFields(page);
}

function tryOut(changes: readonly WhatIf[]): void {
  whatIf = changes;
  isAwaited = true;
  vscode.postMessage({ type: 'whatIf', whatIf });
}

/** Marks a row; scrolls only when it is another one than before, and never takes the keyboard. */
function mark(row: RowRef | null): void {
  if (row?.category === marked?.category && row?.index === marked?.index) return;
  marked = row;
  draw();
  if (row !== null) document.getElementById(rowId(row))?.scrollIntoView({ block: 'nearest' });
}

function namesOf(of: ScoreMessage | null): string {
  return of === null ? '' : of.files.map(({ uri }) => uri).join('\n');
}

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no element "${id}".`);
  return element;
}
