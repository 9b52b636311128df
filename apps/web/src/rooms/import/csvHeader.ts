/** Reads the first row of a CSV file, so that its columns can be matched with fields before anything is sent. */

/** The names in the first row; quoted names may hold commas, doubled quotes and line breaks. */
export function columnsOf(text: string): string[] {
  const names: string[] = [];
  let name = "";
  let quoted = false;
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char !== '"') name += char;
      else if (text[at + 1] === '"') {
        name += '"';
        at++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ",") {
      names.push(name.trim());
      name = "";
    } else if (char === "\n" || char === "\r") break;
    else name += char;
  }
  names.push(name.trim());
  return names.filter((column) => column !== "");
}

export type Format = "csv" | "jsonl";

/** Guesses the format from the file's name, then from its first character. */
export function formatOf(name: string, text: string): Format {
  if (/\.(jsonl|ndjson|json)$/i.test(name)) return "jsonl";
  if (/\.csv$/i.test(name)) return "csv";
  return text.trimStart().startsWith("{") ? "jsonl" : "csv";
}
