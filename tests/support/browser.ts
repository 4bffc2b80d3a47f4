import { access } from 'node:fs/promises';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...WINDOWS.flatMap((file) => [`C:\\Program Files\\${file}`, `C:\\Program Files (x86)\\${file}`]),
];

/**
 * Starts an installed Chromium, Chrome or Edge, else the one that comes inside an npm package.
 * @param flags of the command line, beside our own.
 * @throws where none is installed and the package's, which is for Linux, cannot run.
 */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: [...FLAGS, ...flags] });
}

/**
 * The program of a browser. That of the package is unpacked when it is first asked for, which must
 * be done once before several processes ask.
 */
export async function findBrowser(): Promise<string> {
  return (await installed()) ?? packaged();
}

async function packaged(): Promise<string> {
  if (process.platform === 'linux') return sparticuz.executablePath();
  throw new Error('No browser found: install Chrome, or set CHROME_PATH to the program of one.');
}

async function installed(): Promise<string | undefined> {
  for (const path of [process.env.CHROME_PATH, ...INSTALLED]) {
    if (path === undefined) continue;
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (exists) return path;
  }
  return undefined;
}

/** What a page did that a user should never meet. */
export interface Mishaps {
  /** Errors and warnings on the console, refusals by the CSP among them. */
  console: string[];
  /** Requests that left the site's own origin, or failed. */
  requests: string[];
}

/** Opens an address and records what goes wrong on the way. */
export async function visit(
  context: BrowserContext,
  address: string,
): Promise<{ page: Page; mishaps: Mishaps }> {
  const page = await context.newPage();
  const mishaps: Mishaps = { console: [], requests: [] };
  const { origin } = new URL(address);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) mishaps.console.push(message.text());
  });
  page.on('pageerror', (error) => mishaps.console.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) mishaps.requests.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400)
      mishaps.requests.push(`${String(response.status())} ${response.url()}`);
  });
  await page.goto(address);
  return { page, mishaps };
}
