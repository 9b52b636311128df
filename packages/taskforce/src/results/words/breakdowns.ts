/** What break-downs and their groups are called. */
import { assetKinds, units } from "../../assets/pure.ts";
import { sayCountry } from "../../cases/pure.ts";
import { districtByKey } from "../../reference/pure.ts";
import type { Breakdown, Text } from "./measure.ts";

export const breakdownTitles: Readonly<Record<Breakdown, Text>> = {
  "fiscal-year": { en: "Fiscal year", es: "Año fiscal" },
  quarter: { en: "Quarter", es: "Trimestre" },
  month: { en: "Month", es: "Mes" },
  district: { en: "District", es: "Distrito" },
  country: { en: "Country", es: "País" },
  "asset-kind": { en: "Kind of asset", es: "Clase de bien" },
  currency: { en: "Currency", es: "Moneda" },
  unit: { en: "Unit", es: "Unidad" },
};

/** How a group whose key is not known is written in addresses. */
export const NOT_KNOWN = "not-known";
const UNKNOWN: Text = { en: "Not known", es: "Se desconoce" };
const NONE: Text = { en: "None stated", es: "Ninguna indicada" };

const same = (text: string): Text => ({ en: text, es: text });

/** The name of a group by its key; null where it is not known. */
export function sayGroup(by: Breakdown, key: string | null): Text {
  if (key === null) return by === "currency" || by === "unit" ? NONE : UNKNOWN;
  switch (by) {
    case "district":
      return districtByKey(key)?.name ?? same(key);
    case "country":
      return { en: sayCountry(key, "en"), es: sayCountry(key, "es") };
    case "asset-kind":
      return (assetKinds as Readonly<Record<string, Text>>)[key] ?? same(key);
    case "unit":
      return (units as Readonly<Record<string, Text>>)[key] ?? same(key);
    default:
      return same(key);
  }
}
