import { render } from 'lit-html';
import { isScoreMessage, type ScoreMessage } from '../messages.ts';
import { scorePage } from './scorePage.ts';
import { announcementOf } from './summary.ts';
import { vscode } from './vscodeApi.ts';

const page = elementById('score');
const announcement = elementById('announcement');

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isScoreMessage(event.data)) show(event.data);
});
vscode.postMessage({ type: 'ready' });

function show(message: ScoreMessage): void {
  if (message.file !== null) vscode.setState({ uri: message.file.uri });
  render(
    scorePage(message, (category, index) => vscode.postMessage({ type: 'reveal', category, index })),
    page,
  );
  // A screen reader reads it out when it changes, so it is only set when it does.
  const text = announcementOf(message);
  if (announcement.textContent !== text) announcement.textContent = text;
}

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no element "${id}".`);
  return element;
}
