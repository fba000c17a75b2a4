import assert from 'node:assert/strict';
import { createCatalogs } from '../../server/src/catalog/createCatalogs.ts';
import { schemasReader } from '../../server/src/catalog/schemasReader.ts';
import { convertQrda3 } from '../../server/src/qrda3/convert.ts';
import { buildNodes } from '../../server/src/qrda3/decode/nodes.ts';
import { formatQppJson } from '../../server/src/submission/qppJson.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { dataYearOf } from './qrda3Samples.ts';
import { listShared, readShared } from './shared.ts';

const CONVERTER_YEAR = 2025;

/** The mutant was changed after its JSON was made: it has NPI 0123456788, the JSON 0123456780. */
const OUTDATED: Readonly<Record<string, (text: string) => string>> = {
  'mutants__N11-i25.xml': (text) => text.replace('extension="0123456788"', 'extension="0123456780"'),
};

const catalogs = createCatalogs(schemasReader('schemas'));

function readSample(name: string): string {
  const [, mutant] = /^mutants__(.*)$/.exec(name) ?? [];
  const [, base] = /^base__(.*)$/.exec(name) ?? [];
  const path =
    mutant !== undefined
      ? ['mutants', mutant]
      : base !== undefined
        ? ['mutants', 'base', base]
        : ['files', name];
  const text = readShared('samples', 'qrda3', ...path);
  return OUTDATED[name]?.(text) ?? text;
}

function convert(text: string, dataYear: number): string {
  const nodes = buildNodes(parseXml(text));
  assert.ok(nodes);
  return formatQppJson(convertQrda3(nodes, catalogs.year(dataYear)).json);
}

function compare(folder: string, yearOf: (name: string) => number): void {
  const files = listShared('samples', 'qrda3', folder);
  for (const file of files) {
    const name = file.replace(/\.qpp\.json$/, '');
    assert.equal(convert(readSample(name), yearOf(name)), readShared('samples', 'qrda3', folder, file), name);
  }
  console.log(`      ${folder}: equal to the last character ${files.length} of ${files.length} files`);
}

describe("the QPP JSON of CMS's converter", () => {
  it('is ours for every file it converts with 2025 data', () => compare('qpp-json', () => CONVERTER_YEAR));

  it("is ours for every file it converts with its own year's data", () =>
    compare('qpp-json-own-year', dataYearOf));
});
