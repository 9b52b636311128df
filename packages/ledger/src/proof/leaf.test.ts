/** A leaf, computed here by hand from the archive's description, binds header and content and hides the content. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Header } from "../entry.ts";
import { commitmentOf, leafOf } from "./leaf.ts";

const header: Header = {
  version: 1,
  subject: "0c9d8a52-55ef-4a17-8c55-2b5b0b4f6d10",
  seq: 0,
  recordedAt: "2026-11-24T08:30:00.123456Z",
  label: 1,
  kind: "arrest.made",
  id: "7e1c6f0a-3f7a-4f43-9d2b-0f6f9c1f2a77",
};

test("the leaf is the hash of the sorted header and the salted commitment", () => {
  const salt = Buffer.alloc(32, 7);
  const content = '{"body":{"count":1},"note":"Río"}';
  const commitment = createHash("sha256")
    .update(Buffer.concat([salt, Buffer.from(content)]))
    .digest();
  expect(commitmentOf(salt, content)).toEqual(commitment);
  const text =
    '{"id":"7e1c6f0a-3f7a-4f43-9d2b-0f6f9c1f2a77","kind":"arrest.made","label":1,"recordedAt":"2026-11-24T08:30:00.123456Z","seq":0,"subject":"0c9d8a52-55ef-4a17-8c55-2b5b0b4f6d10","version":1}';
  const leaf = createHash("sha256")
    .update(Buffer.concat([Buffer.from(text), commitment]))
    .digest();
  expect(leafOf(header, commitment)).toEqual(leaf);
});

test("the same content under another salt has another commitment", () => {
  expect(commitmentOf(Buffer.alloc(32, 1), "{}")).not.toEqual(commitmentOf(Buffer.alloc(32, 2), "{}"));
});
