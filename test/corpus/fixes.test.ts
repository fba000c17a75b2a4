import assert from 'node:assert/strict';
import { tryFixAll, tryFixes } from '../fixtures/fixes.ts';
import { judgedFiles } from './qppJsonManifest.ts';
import { qrda3Samples } from './qrda3Samples.ts';

/** The largest samples repeat what smaller ones have, thousands of times. */
const SIZE_LIMIT = 400_000;

const texts = [...qrda3Samples(), ...judgedFiles()].filter(({ text }) => text.length < SIZE_LIMIT);

describe(`The fixes for ${texts.length} files of the corpus`, () => {
  let tried = 0;
  let certain = 0;
  after(() => console.log(`    ${tried} fixes tried one by one, ${certain} edits of all together`));

  for (const { name, text } of texts) {
    it(`each remove their finding from ${name} and bring none`, () => {
      const trial = tryFixes(text);
      tried += trial.tried;
      assert.deepEqual(trial.faults, []);
    });

    it(`together leave nothing certain to mend in ${name}, and bring nothing`, () => {
      const { fixed, faults } = tryFixAll(text);
      certain += fixed.edits.length;
      assert.deepEqual(faults, []);
    });
  }
});
