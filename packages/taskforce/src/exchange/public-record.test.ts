/** The public record is what its origin says, names no person, and the ordinary import takes every row of it. */
import { spawnSync } from "node:child_process";
import { createReadStream, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Kinds } from "@joint-docket/ledger/pure";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { describe, expect, it } from "vitest";
import { kinds } from "../pure.ts";
import { importRows, type Row, readLines, readMapping } from "./index.ts";

const folder = new URL("../../../../data/public-record/", import.meta.url);
const file = fileURLToPath(new URL("record.jsonl", folder));
const lines = () => readLines(createReadStream(file), "jsonl", readMapping({}));
const rows = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);
const known = new Kinds(kinds);
const PLACEHOLDER = "00000000-0000-4000-8000-000000000001";

function of<Body = Record<string, unknown>>(kind: string): (Row & { body: Body })[] {
  return rows.filter((row) => row.kind === kind) as (Row & { body: Body })[];
}

/** The body as a schema reads it once every reference is a record's identifier. */
function placed(row: Row): unknown {
  const named = new Set(known.references(known.named(row.kind), row.body).map(({ id }) => id));
  return JSON.parse(JSON.stringify(row.body), (_, value) =>
    typeof value === "string" && named.has(value) ? PLACEHOLDER : value,
  );
}

/** Every text in a row that people read: not keys, addresses and references. */
function texts({ note, body }: Row): string[] {
  const found: string[] = note === undefined ? [] : [note];
  JSON.stringify(body, (field, value: unknown) => {
    if (["url", "case", "defendant", "counts"].includes(field)) return undefined;
    if (typeof value === "string") found.push(value);
    return value;
  });
  return found;
}

/** Every word with a capital letter that may stand in the record. A person's name is not among them. */
const CAPITALIZED = new Set(
  `Canada Enforcement Customs Homeland Honduran Immigration Juárez Office Reuters Security States Syracuse
  Tijuana United University Albuquerque Andrés Andres Angeles Antonio Arizona Austin Bahamas Beach Canadian Chiapas Christi Colombia
  Corpus County Cruces Cuba Del Diego Duval El Falfurrias Guatemala Holtville Honduras Houston Imperial
  Interstate Jolla La Laredo Las Lawrence Loma Los Mar Medina Mexicali Mexico Mission Nicaragua Panama Paso
  Phoenix Pines Point Rio River San Sarita Sells Sonoita Southern St Texas Torrey Tucson Utila Willcox Yuma
  Ysidro AZ BS CAC CAS CO FLM GT LAE MN MX NM NYN TXS TXW U S US USA USD
  Alpha Attorney Border Commission Department District Force ICE Joint Justice OFAC Patrol TRAC Task Treasury USAO
  Center FOX Hill KVIA Public Radio Sentinel Square Sun The Times UPI WhatsApp B F I L M USC SUV SUVs
  January Feb February March April June July August September November December Monday
  A About Alleged An Announcement Another Arrested Arrests As Boat Both Cold Computed Containers Convicted
  Coordinators Deadbolted Driver Estimated Facts Flight Four Freezing Given Hotel Indicted Injured Leader Locked
  Means Newspaper Number Officer Official One Open Organization Overloaded Personal Pickup Post Posted Press
  Proceeds Pursuit Quick Quoted Refrigerated Release Report Restitution Rollover Second Sentencing Superseding
  Terms Tractor Trailer Truck Trucking Two Vessel Walk What After Article Between Charged Children Deaths
  Each Earlier Eight Eleven Extradition Fact Faced Five Groups How In It Its More Nine Not On Pending People Pleas
  Readout Reported Seven Several Some Sources There They Three Twelve Up Where`.split(/\s+/),
);

describe("the rows of the public record", () => {
  it("are what the converter makes of origin/", () => {
    const { status } = spawnSync(process.execPath, [
      fileURLToPath(new URL("convert.mjs", folder)),
      "--check",
    ]);
    expect(status).toBe(0);
  });

  it("number what was counted by hand", () => {
    const counts: Record<string, number> = {};
    for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts).toEqual({
      "source.described": 74,
      "case.opened": 48,
      "defendant.joined": 184,
      "arrest.made": 38,
      "charge.filed": 184,
      "charge.disposed": 117,
      "sentence.imposed": 99,
      "figure.reported": 48,
    });
  });

  it("fit the schemas of their kinds", () => {
    const unfit = rows.flatMap((row) => {
      const read = known.named(row.kind).schema.safeParse(placed(row));
      return read.success ? [] : [[row.key, read.error.issues]];
    });
    expect(unfit).toEqual([]);
  });

  it("refer to earlier rows that open the record they mean, and each has a key of its own", () => {
    const opened = new Map<string, string>();
    const wrong: string[] = [];
    for (const { key, kind: name, subject, source, body } of rows) {
      const kind = known.named(name);
      if (opened.has(key)) wrong.push(`${key} twice`);
      if (subject !== undefined && opened.get(subject) !== kind.record) wrong.push(`${key}: ${subject}`);
      if (name === "source.described" ? source !== undefined : opened.get(source ?? "") !== "source") {
        wrong.push(`${key}: source ${source}`);
      }
      for (const { record, id } of known.references(kind, body)) {
        if (opened.get(id) !== record) wrong.push(`${key}: ${id}`);
      }
      opened.set(key, kind.opens ? kind.record : "");
    }
    expect(wrong).toEqual([]);
  });

  it("name no person", () => {
    const words = rows.flatMap((row) => texts(row).flatMap((text) => text.match(/\p{Lu}[\p{L}]*/gu) ?? []));
    expect(words.length).toBeGreaterThan(1000);
    expect([...new Set(words)].filter((word) => !CAPITALIZED.has(word))).toEqual([]);
    expect(JSON.stringify(rows)).not.toMatch(/"(name|alias|born|person)"/i);
  });

  it("mark what is charged and not proved", () => {
    const convicted = new Set(of("charge.disposed").map(({ subject }) => subject));
    for (const { key, certainty } of of("charge.filed")) {
      expect([key, certainty === "alleged"]).toEqual([key, !convicted.has(key)]);
    }
    for (const { key, body, certainty } of of("case.opened")) {
      if (body["status"] === "charged") expect([key, certainty]).toEqual([key, "alleged"]);
    }
  });

  it("never count events as people, nor a figure as stated before somebody stated it", () => {
    const sells = of("case.opened").find(({ key }) => key === "case/az-sells-wiretap");
    expect(sells?.body["peopleSmuggled"]).toEqual({ count: 54, qualifier: "stated" });
    const march = of("figure.reported").find(({ key }) => key === "figure/arrests/2023-03");
    expect(march).toMatchObject({ attestedAt: "2024-06-05", body: { asOf: "2023-03" } });
    const undated = of("figure.reported").filter(({ key }) => key.includes("/undated-"));
    expect(undated.map(({ body }) => body["asOf"])).toEqual([undefined, undefined]);
  });
});

onEveryServer("the public record", (open) => {
  it("is imported whole, and a second time changes nothing", async () => {
    const { ledger } = await open(kinds);
    const first = await importRows(ledger, clerk, lines(), { format: "jsonl" });
    expect(first.refused).toEqual([]);
    expect(first.accepted).toBe(rows.length);
    const again = await importRows(ledger, clerk, lines(), { format: "jsonl" });
    expect(again).toMatchObject({ accepted: 0, corrected: 0, unchanged: rows.length, refused: [] });
    expect((await ledger.verify()).ok).toBe(true);
  });
});
