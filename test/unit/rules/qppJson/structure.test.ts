import assert from 'node:assert/strict';
import { qppJsonRules } from '../../../../server/src/rules/qppJson/index.ts';
import {
  file,
  fileOf,
  INDIVIDUAL,
  measurement,
  RATE,
  registrySet,
} from '../../../fixtures/qppJson/submission.ts';
import { findingOf, findingsIn, fixed, marked } from '../findings.ts';

const RULES = qppJsonRules.map(({ id }) => id);

/** The findings of all rules of the upload and the reader: a fault must not be told by two of them. */
function refusals(text: string): (readonly [string, string])[] {
  return findingsIn(text)
    .filter(({ layer }) => layer === 'upload' || layer === 'syntax')
    .map(({ rule, severity }) => [rule, severity]);
}

const VALID = fileOf('236', RATE);

describe('The structure of a QPP JSON file', () => {
  it('is silent on a valid file', () => {
    assert.deepEqual(refusals(VALID), []);
  });

  it('is silent on whole numbers however they are written', () => {
    const text = VALID.replace('"performanceMet": 60', '"performanceMet": 60.0')
      .replace('"eligiblePopulation": 100', '"eligiblePopulation": 1e2')
      .replace('"eligiblePopulationException": 10', '"eligiblePopulationException": -0');
    assert.deepEqual(refusals(text), []);
  });

  it('is silent on null where a key may be left out', () => {
    const text = fileOf('236', { ...RATE, eligiblePopulationException: null, performanceNotMet: null });
    assert.deepEqual(refusals(text), []);
  });

  it('tells a file without sets', () => {
    assert.deepEqual(marked(file([]), RULES), [['json-key-missing', 'error', '[]']]);
  });

  it('tells everything an object lacks in one finding at its bracket', () => {
    const text = file([{ measurements: [measurement('236', RATE)] }]);
    assert.deepEqual(marked(text, RULES), [['json-key-missing', 'error', '{']]);
    assert.match(
      findingOf('json-key-missing', text).message,
      /lacks "category", "submissionMethod", "performanceStart" and "performanceEnd"/,
    );
  });

  it('takes null for missing where a value is needed', () => {
    const text = fileOf('236', { ...RATE, performanceMet: null });
    assert.deepEqual(marked(text, RULES), [['json-key-missing', 'error', 'null']]);
    assert.match(findingOf('json-key-missing', text).message, /The value of 236 lacks "performanceMet"/);
  });

  it('says nothing of a key whose value the text is damaged at', () => {
    const text = VALID.replace('"performanceMet": 60', '"performanceMet": XX4');
    assert.deepEqual(refusals(text), [['json-malformed', 'error']]);
  });
});

describe('What JSON does not allow', () => {
  it('is deleted: comments and commas after the last item', () => {
    const text = VALID.replace('{', '{ // from the registry').replace(/\}\s*$/, ',}');
    assert.deepEqual(refusals(text), [
      ['json-comment', 'error'],
      ['json-trailing-comma', 'error'],
    ]);
    assert.deepEqual(
      JSON.parse(fixed(fixed(text, 'json-comment'), 'json-trailing-comma')),
      JSON.parse(VALID),
    );
  });

  it('is not a repeated key, but one of its values is lost', () => {
    const text = VALID.replace('"performanceMet": 60', '"performanceMet": 1, "performanceMet": 60');
    assert.deepEqual(refusals(text), [['json-duplicate-key', 'warning']]);
    assert.equal(findingOf('json-duplicate-key', text).related?.length, 1);
  });
});

describe('Keys that are not known', () => {
  it('are errors where the key they were meant to be is needed, and are told once', () => {
    const text = fileOf('236', { ...RATE, performanceMet: undefined, performancemet: 60 });
    assert.deepEqual(refusals(text), [['json-key-unknown', 'error']]);
    assert.deepEqual(marked(text, RULES), [['json-key-unknown', 'error', '"performancemet"']]);
    assert.deepEqual(refusals(fixed(text, 'json-key-unknown')), []);
  });

  it('are renamed by the fix: "chertId" is "cehrtId"', () => {
    const text = fileOf('236', RATE, {
      submissionMethod: 'electronicHealthRecord',
      chertId: '0015C1234567890',
    });
    assert.deepEqual(refusals(text), [['json-key-unknown', 'error']]);
    assert.match(fixed(text, 'json-key-unknown'), /"cehrtId": "0015C1234567890"/);
  });

  it('are deleted with their comma where nothing is near', () => {
    for (const text of [
      file([registrySet([measurement('236', RATE)], { colour: 'blue' })]),
      file([{ colour: 'blue', ...registrySet([measurement('236', RATE)]) }]),
    ]) {
      assert.deepEqual(marked(text, RULES), [['json-key-unknown', 'warning', '"colour"']]);
      assert.deepEqual(JSON.parse(fixed(text, 'json-key-unknown')), JSON.parse(VALID));
    }
  });

  it('know short names people use', () => {
    const { taxpayerIdentificationNumber: tin, ...others } = INDIVIDUAL;
    const text = JSON.stringify({
      ...others,
      TIN: tin,
      measurementSets: [registrySet([measurement('236', RATE)])],
    });
    assert.deepEqual(refusals(text), [['json-key-unknown', 'error']]);
  });

  it('are a warning where the key they were meant to be may be left out', () => {
    const text = fileOf('236', {
      ...RATE,
      eligiblePopulationException: undefined,
      eligiblePopulationExceptions: 10,
    });
    assert.deepEqual(refusals(text), [['json-key-unknown', 'warning']]);
  });

  it('are told in a value whose measure nobody knows', () => {
    const text = fileOf('NOSUCH1', { isEndToEndReported: false, performanceMeet: 1 });
    assert.deepEqual(marked(text, ['json-key-unknown']), [
      ['json-key-unknown', 'warning', '"performanceMeet"'],
    ]);
  });
});

describe('Types', () => {
  it('tell an id that is a number, once, and give its zeros back', () => {
    const text = file([registrySet([measurement(1, RATE)])], {
      taxpayerIdentificationNumber: 123456,
    });
    assert.deepEqual(refusals(text), [
      ['json-type-wrong', 'error'],
      ['json-type-wrong', 'error'],
    ]);
    const repaired = fixed(text, 'json-type-wrong');
    assert.match(repaired, /"000123456"/);
    assert.match(repaired, /"measureId": "001"/);
  });

  it('tell numbers, booleans and the year written as text, and convert them', () => {
    const text = file(
      [registrySet([measurement('236', { ...RATE, isEndToEndReported: 'False', performanceMet: '60' })])],
      {
        performanceYear: '2025',
      },
    );
    assert.deepEqual(
      refusals(text),
      Array.from({ length: 3 }, () => ['json-type-wrong', 'error']),
    );
    assert.deepEqual(JSON.parse(fixed(text, 'json-type-wrong')), JSON.parse(VALID));
  });

  it('tell a count too large to be read', () => {
    const text = VALID.replace('"eligiblePopulation": 100', '"eligiblePopulation": 12345678901234567890');
    assert.deepEqual(marked(text, RULES), [['json-type-wrong', 'error', '12345678901234567890']]);
  });

  it('leave a count that is no whole number to the rule about counts', () => {
    const text = fileOf('236', { ...RATE, performanceMet: 36.5 });
    assert.deepEqual(refusals(text), [['count-form', 'error']]);
  });

  it('tell items that are no objects, and take 0 and 1 for no and yes', () => {
    const text = file([registrySet([measurement('236', { ...RATE, isEndToEndReported: 0 })]), 'ia']);
    assert.deepEqual(marked(text, RULES), [
      ['json-type-wrong', 'error', '0'],
      ['json-type-wrong', 'error', '"ia"'],
    ]);
    assert.match(fixed(text, 'json-type-wrong'), /"isEndToEndReported": false/);
  });

  it('put a single set into the list it belongs in', () => {
    const text = JSON.stringify({ ...INDIVIDUAL, measurementSets: registrySet([measurement('236', RATE)]) });
    assert.deepEqual(refusals(text), [['json-type-wrong', 'error']]);
    assert.deepEqual(JSON.parse(fixed(text, 'json-type-wrong')), JSON.parse(VALID));
  });
});

describe('Placeholders', () => {
  it('are told once, with the other places', () => {
    const gap = '< performanceYearToBeReported >';
    const text = file(
      [
        registrySet([measurement('236', RATE)], {
          performanceStart: `${gap}-01-01`,
          performanceEnd: `${gap}-12-31`,
        }),
      ],
      { performanceYear: gap },
    );
    assert.deepEqual(refusals(text), [['json-placeholder', 'error']]);
    assert.equal(findingOf('json-placeholder', text).related?.length, 2);
  });

  it('are not seen in the runs of X that stand for ids in samples', () => {
    const text = fileOf('236', RATE, {
      submissionMethod: 'electronicHealthRecord',
      cehrtId: 'XX15CXXXXXXXXXX',
    });
    assert.deepEqual(refusals(text), []);
  });
});

describe('The performance year', () => {
  const ofYear = (performanceYear: number) =>
    file(
      [
        registrySet([], {
          performanceStart: `${performanceYear}-01-01`,
          performanceEnd: `${performanceYear}-12-31`,
        }),
      ],
      {
        performanceYear,
      },
    );

  it('is told where the program had not begun, or its data is not known', () => {
    assert.deepEqual(marked(ofYear(2016), RULES), [['performance-year-unknown', 'error', '2016']]);
    assert.deepEqual(marked(ofYear(2040), RULES), [['performance-year-unknown', 'warning', '2040']]);
  });

  it('keeps rules of single years silent where the file tells none', () => {
    const { performanceYear: _, ...nobody } = INDIVIDUAL;
    const set = registrySet([measurement('110', RATE)], {
      performanceStart: undefined,
      performanceEnd: undefined,
    });
    const text = JSON.stringify({ ...nobody, measurementSets: [set] });
    assert.deepEqual(refusals(text), [
      ['json-key-missing', 'error'],
      ['json-key-missing', 'error'],
    ]);
  });
});

describe('Names from a fixed list', () => {
  const withSet = (set: Readonly<Record<string, unknown>>) => fileOf('236', RATE, set);

  it('are corrected where only case or a slip is wrong', () => {
    const text = withSet({ category: 'Quality', submissionMethod: 'registery' });
    assert.deepEqual(
      marked(text, ['json-value-unknown']).map(([, , underlined]) => underlined),
      ['"Quality"', '"registery"'],
    );
    assert.deepEqual(JSON.parse(fixed(text, 'json-value-unknown')), JSON.parse(VALID));
  });

  it('tell a submission method that no file can have', () => {
    const text = withSet({ submissionMethod: 'cmsWebInterface' });
    assert.match(findingOf('json-value-unknown', text).message, /cannot be uploaded as a file/);
  });

  it('that goes by another of its names is told with the right one', () => {
    const named = (set: Readonly<Record<string, unknown>>) =>
      findingOf('json-value-unknown', fileOf('236', RATE, set)).message;
    assert.match(named({ category: 'aci' }), /"pi" is meant/);
    assert.match(named({ submissionMethod: 'EHR' }), /"electronicHealthRecord" is meant/);
  });

  it('tell an entity type there never was', () => {
    const text = file([registrySet([measurement('236', RATE)])], { entityType: 'Individual' });
    assert.deepEqual(marked(text, ['json-value-unknown']), [['json-value-unknown', 'error', '"Individual"']]);
  });
});

describe('Keys that CMS sets or works out', () => {
  it('are told and deleted', () => {
    const text = file([
      registrySet([measurement('236', { ...RATE, reportingRate: 100, performanceRate: 66.7 })], {
        submitterId: 'x',
      }),
    ]);
    assert.deepEqual(
      marked(text, RULES).map(([rule, severity]) => [rule, severity]),
      [
        ['json-computed-field', 'warning'],
        ['json-computed-field', 'warning'],
        ['json-server-field', 'warning'],
      ],
    );
  });

  it('tell a program at the top of the file', () => {
    const text = file([registrySet([measurement('236', RATE)])], { programName: 'mips' });
    assert.deepEqual(marked(text, RULES), [['json-top-program-name', 'warning', '"programName"']]);
  });
});

describe('Keys of other programs and years', () => {
  const practice = { practiceId: 'T1AR0058' };

  it('tell practiceId after CPC+, and outside of it', () => {
    const late = findingOf('json-set-field-misplaced', fileOf('236', RATE, practice));
    assert.match(late.message, /no key of a measurement set in 2025; it was one from 2017 to 2021/);
    const year = { performanceStart: '2021-01-01', performanceEnd: '2021-12-31' };
    const other = file([registrySet([measurement('236', RATE)], { ...year, ...practice })], {
      performanceYear: 2021,
    });
    assert.match(
      findingOf('json-set-field-misplaced', other).message,
      /belongs to sets for program "cpcPlus" alone/,
    );
  });

  it('tell a CPC+ set without practiceId', () => {
    const set = registrySet([], {
      programName: 'cpcPlus',
      performanceStart: '2020-01-01',
      performanceEnd: '2020-12-31',
    });
    const text = file([set], { performanceYear: 2020, entityType: 'apm', entityId: 'T1AR0058' });
    assert.deepEqual(marked(text, ['json-set-field-misplaced']), [
      ['json-set-field-misplaced', 'error', '"cpcPlus"'],
    ]);
  });

  it('warn of measureSet from 2025 on', () => {
    const text = fileOf('236', RATE, { measureSet: 'cardiology' });
    assert.deepEqual(marked(text, RULES), [['json-set-field-misplaced', 'warning', '"measureSet"']]);
  });
});
