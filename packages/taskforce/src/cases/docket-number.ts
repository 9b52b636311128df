/** Docket numbers as courts write them, read far enough to tell whether two are one and the same. */
import { wrong } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { says } from "../sources/pure.ts";

/** A docket number as the court writes it; any form that has digits. */
export const docketNumber = z
  .string()
  .trim()
  .max(60)
  .regex(
    /\d/,
    wrong(
      "has no digits, which a docket number has, such as 5:24-cr-00123",
      "no tiene cifras, y un número de expediente las tiene, como 5:24-cr-00123",
    ),
  )
  .meta(
    says({
      title: "Docket number",
      titleEs: "Número de expediente",
      description: "The number as the court writes it, such as 5:24-cr-00123",
      descriptionEs: "El número tal como lo escribe el tribunal, como 5:24-cr-00123",
    }),
  );

export interface DocketNumber {
  /** The divisional office, where the number gives it: `5` in 5:24-cr-00123. */
  readonly office: string | undefined;
  /** Two digits. */
  readonly year: string;
  /** `cr` for a criminal case, `mj` for a magistrate judge's, `cv` for a civil one, and the like. */
  readonly type: string;
  readonly serial: number;
}

/** 5:24-cr-00123-ABC-2, 24-cr-123, 2024-cr-00123, 15cr0001-W. */
const YEAR_FIRST = /^(?:(\d{1,2}):)?(?:(?:19|20)(?=\d\d))?(\d\d)-?([a-z]{2,4})-?(\d{1,6})(?:-.*)?$/;
/** CR-08-1234-PHX, cr08-1234, as some courts wrote before the electronic dockets. */
const TYPE_FIRST = /^([a-z]{2,4})-?(\d\d)-(\d{1,6})(?:-.*)?$/;

/** Small letters, plain hyphens, no spaces. */
function plain(written: string): string {
  return written
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/\s+/g, "");
}

/**
 * Office, year, type and serial of a docket number, or undefined where it has another form.
 * Judges' initials and a defendant's number at its end are not part of it: they change while the case stays.
 */
export function readDocketNumber(written: string): DocketNumber | undefined {
  const text = plain(written);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, office, year = "", type = "", serial] = yearFirst;
    return { office, year, type, serial: Number(serial) };
  }
  const typeFirst = TYPE_FIRST.exec(text);
  if (!typeFirst) return undefined;
  const [, type = "", year = "", serial] = typeFirst;
  return { office: undefined, year, type, serial: Number(serial) };
}

/** One text for all ways of writing the number: `5:24-cr-123`; one of another form by its letters and digits. */
export function docketKey(written: string): string {
  const read = readDocketNumber(written);
  if (!read) return plain(written).replaceAll(/[^\p{L}\p{N}:]/gu, "");
  const office = read.office === undefined ? "" : `${Number(read.office)}:`;
  return `${office}${read.year}-${read.type}-${read.serial}`;
}
