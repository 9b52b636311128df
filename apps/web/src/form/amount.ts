/** Sums of money between how people type them and how the record keeps them: 1,234.56 and 123456 cents. */

/** How many decimals a currency has: 2 for dollars, none for yen; 2 where the code names no currency. */
export function decimalsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

export type Amount =
  | { readonly minor: number }
  | { readonly fault: "amountUnreadable" | "amountTooLarge" }
  | { readonly fault: "amountDecimals"; readonly decimals: number };

const TYPED = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/** The sum in minor units, or why it is none. Commas only part thousands: “12,50” could mean two sums. */
export function minorOf(typed: string, currency: string): Amount {
  const match = TYPED.exec(typed.trim());
  if (!match) return { fault: "amountUnreadable" };
  const [, whole = "", part = ""] = match;
  const decimals = decimalsOf(currency);
  if (part !== "" && part.length !== decimals) return { fault: "amountDecimals", decimals };
  const minor = Number(`${whole.replaceAll(",", "")}${part.padEnd(decimals, "0")}`);
  return Number.isSafeInteger(minor) ? { minor } : { fault: "amountTooLarge" };
}

/** The sum as somebody would type it. */
export function typedOf(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(minor).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
}

/** A number as typed, thousands parted by commas or not; undefined where it is none. */
export function numberOf(typed: string): number | undefined {
  const text = typed.trim();
  if (!/^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(text)) return undefined;
  return Number(text.replaceAll(",", ""));
}
