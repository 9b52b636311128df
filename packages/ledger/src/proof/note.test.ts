/** Checkpoints as notes: written, read and verified, and no byte of them can change unnoticed. */
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addSignature,
  cosign,
  cosignerKeyOf,
  parseCheckpoint,
  parseVerifierKey,
  signCheckpoint,
  verifierKeyOf,
  verifyCosignature,
  verifyNote,
} from "./note.ts";

const origin = "joint-docket/5b1f7a52-0c67-4b63-9a3e-0d3f6c1b7e11";
const log = generateKeyPairSync("ed25519").privateKey;
const other = generateKeyPairSync("ed25519").privateKey;
const witness = generateKeyPairSync("ed25519").privateKey;
const logKey = verifierKeyOf(origin, createPublicKey(log));
const otherKey = verifierKeyOf(origin, createPublicKey(other));
const witnessName = "witness.example/field-office";
const witnessKey = cosignerKeyOf(witnessName, createPublicKey(witness));
const head = { origin, size: 20_852_163, root: Buffer.alloc(32, 9) };
const note = signCheckpoint(head, origin, log);
const NOON = 1_795_521_600;

const refused = (code: string) => expect.objectContaining({ code });

describe("verifier keys", () => {
  test("the example of the format's authors reads", () => {
    const key = parseVerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    expect(key).toMatchObject({ name: "PeterNeumann", keyId: "c74f20a3", type: 1 });
  });

  test("what was written reads back", () => {
    expect(parseVerifierKey(logKey)).toMatchObject({ name: origin, type: 1 });
    expect(parseVerifierKey(`${witnessKey}\n`)).toMatchObject({ name: witnessName, type: 4 });
  });

  test("one key has another number for another name or use", () => {
    const publicKey = createPublicKey(log);
    const numbers = [
      verifierKeyOf("a", publicKey),
      verifierKeyOf("b", publicKey),
      cosignerKeyOf("a", publicKey),
    ];
    expect(new Set(numbers.map((key) => parseVerifierKey(key).keyId)).size).toBe(3);
  });

  test.each([
    "",
    "name",
    "name+00000000",
    logKey.replace(origin, `${origin}x`),
    logKey.slice(0, -4),
    logKey.slice(1),
    `a b${logKey}`,
    `${logKey}AAAA`,
  ])("%j is no key", (text) => {
    expect(() => parseVerifierKey(text)).toThrow(refused("verifier-key-unreadable"));
  });

  test("a name that the format cannot hold is refused", () => {
    for (const name of ["", "a b", "a+b", "a\nb", "a\u00a0b", "a\u0085b"]) {
      expect(() => verifierKeyOf(name, createPublicKey(log))).toThrow(refused("verifier-key-unreadable"));
    }
  });
});

describe("checkpoints", () => {
  test("a checkpoint has the lines the format asks for", () => {
    const lines = note.split("\n");
    expect(lines.slice(0, 4)).toEqual([origin, "20852163", head.root.toString("base64"), ""]);
    expect(lines[4]).toMatch(/^\u2014 joint-docket\/\S+ [A-Za-z0-9+/]{91}=$/);
    expect(lines.slice(5)).toEqual([""]);
  });

  test("it reads back and its signature holds under its own key alone", () => {
    expect(parseCheckpoint(note)).toMatchObject(head);
    expect(verifyNote(note, [logKey])).toEqual([origin]);
    expect(verifyNote(note, [otherKey])).toEqual([]);
    expect(verifyNote(note, [])).toEqual([]);
  });

  test("a foreign signature that belongs to another text is found false", () => {
    const key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const foreign = `origin\n0\n${Buffer.alloc(32).toString("base64")}\n\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
    expect(parseCheckpoint(foreign).signatures).toHaveLength(1);
    expect(verifyNote(foreign, [key])).toEqual([]);
  });

  test("every size, origin and root makes the trip", () => {
    const unit = fc.constantFrom("a", "Z", "/", "-", "ñ", "😀", " ", "+");
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 1 }),
        fc.maxSafeNat(),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (name, size, root) => {
          const made = signCheckpoint({ origin: name, size, root: Buffer.from(root) }, origin, log);
          expect(parseCheckpoint(made)).toMatchObject({ origin: name, size, root: Buffer.from(root) });
          expect(verifyNote(made, [logKey])).toEqual([origin]);
        },
      ),
    );
  });

  test("no byte can change", () => {
    const bytes = Buffer.from(note);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, turn) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] as number) ^ turn;
        let names: string[] = [];
        try {
          names = verifyNote(changed.toString("utf8"), [logKey]);
        } catch (error) {
          expect(error).toEqual(refused("checkpoint-unreadable"));
        }
        expect(names).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["nothing", ""],
    ["no signature", note.slice(0, note.indexOf("\n\n") + 1)],
    ["an empty signature block", note.slice(0, note.indexOf("\n\n") + 2)],
    ["no last newline", note.slice(0, -1)],
    ["a carriage return", note.replaceAll("\n", "\r\n")],
    ["a size with a zero before it", note.replace("20852163", "020852163")],
    ["a negative size", note.replace("20852163", "-1")],
    ["a size beyond all counting", note.replace("20852163", "9007199254740992")],
    ["a short root", note.replace(head.root.toString("base64"), "CQkJ")],
    ["no origin", note.replace(origin, "")],
    ["an empty line of its own", note.replace("20852163\n", "20852163\n\n")],
    ["a broken signature line", note.replace("\u2014 ", "- ")],
    ["a signature line of more words", note.replace("\u2014 ", "\u2014 a ")],
    ["half a surrogate pair", note.replace(origin, "\ud800")],
    ["an endless text", note + note.split("\n")[4]?.repeat(1000)],
  ])("%s is no checkpoint", (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(refused("checkpoint-unreadable"));
  });

  test("lines after the root are signed with it", () => {
    const text = `${note.slice(0, note.indexOf("\n\n") + 1)}extension\n`;
    const more = note.replace(/^[^]*?\n\n/, `${text}\n`);
    expect(parseCheckpoint(more).text).toBe(text);
    expect(verifyNote(more, [logKey])).toEqual([]);
  });

  test("one false signature of a known key spoils the note; those of unknown keys do not", () => {
    const forged = signCheckpoint({ ...head, size: 1 }, origin, other).split("\n")[4] as string;
    const both = addSignature(note, forged);
    expect(verifyNote(both, [logKey])).toEqual([origin]);
    expect(verifyNote(both, [logKey, otherKey])).toEqual([]);
  });
});

describe("cosignatures", () => {
  const line = cosign(note, witnessName, witness, NOON);

  test("a cosignature says who and when", () => {
    expect(verifyCosignature(note, line, witnessKey)).toEqual({ name: witnessName, time: NOON });
    expect(verifyCosignature(note, `${line}\n`, witnessKey)).toEqual({ name: witnessName, time: NOON });
  });

  test("it is of type 4, dated, and signs the text under a line of its own", () => {
    const bytes = Buffer.from(line.split(" ")[2] as string, "base64");
    expect(bytes).toHaveLength(4 + 8 + 64);
    expect(bytes.readBigUInt64BE(4)).toBe(BigInt(NOON));
    expect(bytes.toString("hex", 0, 4)).toBe(parseVerifierKey(witnessKey).keyId);
  });

  test("it holds for its own checkpoint, key and time alone", () => {
    const later = signCheckpoint({ ...head, size: head.size + 1 }, origin, log);
    expect(verifyCosignature(later, line, witnessKey)).toBeUndefined();
    expect(verifyCosignature(note, line, cosignerKeyOf(witnessName, createPublicKey(other)))).toBeUndefined();
    expect(
      verifyCosignature(note, line, cosignerKeyOf("witness.example/b", createPublicKey(witness))),
    ).toBeUndefined();
    expect(
      verifyCosignature(note, line, verifierKeyOf(witnessName, createPublicKey(witness))),
    ).toBeUndefined();
    const bytes = Buffer.from(line.split(" ")[2] as string, "base64");
    bytes[11] = (bytes[11] as number) ^ 1;
    expect(
      verifyCosignature(note, `\u2014 ${witnessName} ${bytes.toString("base64")}`, witnessKey),
    ).toBeUndefined();
    expect(verifyCosignature(note, "no line at all", witnessKey)).toBeUndefined();
  });

  test("added to the note it leaves the log's signature standing, and is added once", () => {
    const both = addSignature(note, line);
    expect(addSignature(both, `${line}\n`)).toBe(both);
    expect(verifyNote(both, [logKey, witnessKey])).toEqual([origin, witnessName]);
    expect(parseCheckpoint(both).text).toBe(parseCheckpoint(note).text);
    expect(() => addSignature(note, "no line at all")).toThrow(refused("checkpoint-unreadable"));
  });

  test("it is the same whatever other signatures the note has", () => {
    expect(cosign(addSignature(note, line), witnessName, witness, NOON)).toBe(line);
  });
});
