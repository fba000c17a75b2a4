import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const knownPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A headless Chromium. `CHROMIUM_PATH` names one; else the installed one is taken; else Debian's is
 * installed, which root alone can do.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? installChromium(),
    headless: true,
    args: [
      // Chromium refuses to start as root inside its sandbox, and containers have a small /dev/shm.
      ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
      // A page that the driver has changed counts as one of the internet, which may not ask this machine.
      '--disable-features=LocalNetworkAccessChecks',
    ],
  });
}

/** Path of an installed Chromium, or `undefined`. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) return named;
  return knownPaths.find((candidate) => fs.existsSync(candidate));
}

function installChromium(): string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) {
    throw new Error('No Chromium found. Install one, or name it in the variable CHROMIUM_PATH.');
  }
  console.log('Installing Chromium with apt-get ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
  const packages = ['chromium', 'fonts-dejavu-core'];
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return '/usr/bin/chromium';
}
