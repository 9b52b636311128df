/** Starts the built product once for all browser tests; without a browser nothing is started and they are skipped. */
import type { TestProject } from "vitest/node";
import { startProduct } from "../scripts/product.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The product's address; none where there is no browser. */
    product: string | undefined;
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!process.env.CHROME_PATH) {
    project.provide("product", undefined);
    process.stdout.write(
      "The browser tests are left out: CHROME_PATH names no Chromium (npm test looks for one itself).\n",
    );
    return undefined;
  }
  const { url, stop } = await startProduct();
  project.provide("product", url);
  return stop;
}
