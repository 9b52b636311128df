/** A person at the workbench: a browser page that watches what no reader may ever meet. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { launchBrowser } from "../scripts/product.mjs";

export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];
export const widths = [390, 1440] as const;

const HEIGHT = 900;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface Visit {
  readonly page: Page;
  /** Errors in the console, refusals by the security policy, requests to other hosts or that failed. */
  readonly complaints: string[];
  readonly leave: () => Promise<void>;
}

interface Person {
  language?: Language;
  width?: number;
  /** Where the reader's own clock stands. */
  timeZone?: string;
  /** The product visited, where it is not the one that all tests share. */
  at?: string;
}

let browser: Browser | undefined;

/** Where the product answers. */
export function product(): string {
  const address = inject("product");
  if (!address) throw new Error("The product was not started.");
  return address;
}

/** Tests that need a browser; npm test names what to install where there is none. */
export function inBrowser(name: string, tests: () => void): void {
  describe.skipIf(!process.env.CHROME_PATH)(name, () => {
    beforeAll(async () => {
      browser = await launchBrowser(process.env.CHROME_PATH ?? "");
    });
    afterAll(() => browser?.close());
    tests();
  });
}

/** Opens a browser window with nothing kept from before. */
export async function visit({
  language = "en",
  width = 1440,
  timeZone,
  at = product(),
}: Person = {}): Promise<Visit> {
  if (!browser) throw new Error("The browser was not started.");
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    locale: language === "es" ? "es-US" : "en-US",
    acceptDownloads: true,
    ...(timeZone === undefined ? {} : { timezoneId: timeZone }),
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  watch(context, page, complaints, new URL(at).host);
  return { page, complaints, leave: () => context.close() };
}

function watch(context: BrowserContext, page: Page, complaints: string[], home: string): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`thrown: ${error.message}`));
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== home) complaints.push(`another host: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    // A question that nobody waits for any more is cancelled by the page itself.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
}

/** Goes to an address of the workbench and waits until everything asked for is there. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(product() + path);
  await settled(page);
}

/** Waits until the page says what it has to say. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelectorAll(".loading, [aria-busy=true]").length === 0 &&
      document.fonts.status === "loaded",
  );
}

/** How far the page can be scrolled sideways, in pixels. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What axe finds against WCAG 2.2 AA and good practice, one line for each place. */
export async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    () =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        resultTypes: ["violations"],
      }) as Promise<Pick<AxeResults, "violations">>,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${help} (${target.join(" ")}) ${any[0]?.message ?? ""}`.trim()),
  );
}

/** Asks the product itself, beside the page. */
export async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(`${product()}/api${path}`, init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}
