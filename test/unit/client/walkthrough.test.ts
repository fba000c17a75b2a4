import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };

const root = path.resolve(__dirname, '../../..');
const [walkthrough] = packageJson.contributes.walkthroughs;
const steps = walkthrough?.steps ?? [];
const packaged = fs.readFileSync(path.join(root, '.vscodeignore'), 'utf8').split('\n');

describe('The walkthrough', () => {
  it('has a page for each step, which is packaged', () => {
    assert(steps.length > 0);
    for (const { id, media } of steps) assert.equal(media.markdown, `docs/walkthrough/${id}.md`);
    for (const { media } of steps) assert(fs.existsSync(path.join(root, media.markdown)), media.markdown);
    assert(packaged.includes('!docs/walkthrough/**'));
  });

  it('leads each step to a command of ours that exists, or one of VS Code', () => {
    const ours = packageJson.contributes.commands.map(({ command }) => command);
    for (const { id, description } of steps) {
      const commands = [...description.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command ?? '');
      assert(commands.length > 0, id);
      for (const command of commands) {
        const isOurs = command.startsWith('qppLens.') && !command.endsWith('.focus');
        assert(!isOurs || ours.includes(command), command);
      }
    }
  });

  it('opens examples that are packaged', () => {
    const names = steps.flatMap(({ description }) =>
      [...description.matchAll(/openExample\?%22([\w.-]+)%22/g)].map(([, name]) => name ?? ''),
    );
    assert(names.length > 0);
    for (const name of names) {
      assert(fs.existsSync(path.join(root, 'examples', '2025', name)), name);
      assert(packaged.includes(`!examples/2025/${name}`), name);
    }
  });
});
