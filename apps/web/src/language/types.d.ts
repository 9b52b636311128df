/** Makes every key of the catalogue a type, so that a wrong key does not compile. */
import "i18next";
import type { en } from "./en.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    returnNull: false;
    resources: { translation: typeof en };
  }
}
