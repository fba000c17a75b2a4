/** Runs the ring again with the server in a browser's worker; what needs a process of its own is left out. */
import { spawnSync } from 'node:child_process';

const needProcess = ['cli*', 'processServer*', 'xpathThread*'];
const ignored = needProcess.flatMap((tests) => ['--ignore', `test/protocol/${tests}.test.ts`]);
const { status } = spawnSync(
  'npx',
  ['mocha', '--config', 'test/protocol/.mocharc.json', ...ignored, ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, QPP_LENS_SERVER: 'worker' } },
);
process.exitCode = status ?? 1;
