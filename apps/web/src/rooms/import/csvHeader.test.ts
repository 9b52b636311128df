import { describe, expect, it } from "vitest";
import { columnsOf, formatOf } from "./csvHeader.ts";

describe("the first row of a file", () => {
  it("gives its columns", () => {
    expect(columnsOf("key,kind,body.title\n1,case.opened,x")).toEqual(["key", "kind", "body.title"]);
  });

  it("may start with a byte order mark and end with a carriage return", () => {
    expect(columnsOf("\uFEFFkey,kind\r\n1,2")).toEqual(["key", "kind"]);
  });

  it("may quote names with commas, quotes and line breaks in them", () => {
    expect(columnsOf('"a,b","say ""c""","two\nlines"\n1,2,3')).toEqual(["a,b", 'say "c"', "two\nlines"]);
  });
});

describe("the format of a file", () => {
  it("is told by its name, then by how it starts", () => {
    expect(formatOf("rows.csv", "{")).toBe("csv");
    expect(formatOf("rows.jsonl", "a,b")).toBe("jsonl");
    expect(formatOf("", '  {"kind":"case.opened"}')).toBe("jsonl");
    expect(formatOf("", "key,kind")).toBe("csv");
  });
});
