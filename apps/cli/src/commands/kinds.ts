/** jd kinds: what can be recorded. */
import { bodySchema, Kinds } from "@joint-docket/ledger";
import { kinds as known } from "@joint-docket/taskforce/pure";
import { type Command, UsageError } from "../command.ts";
import { table } from "../table.ts";

export const kinds: Command = {
  name: "kinds",
  usage: "[KIND]",
  summary: "Lists the kinds of entries, or prints the JSON Schema of one.",
  options: {},
  async run({ positionals, json, print }) {
    const all = new Kinds(known).all;
    const [name] = positionals;
    if (name !== undefined) {
      const kind = all.find((one) => one.kind === name);
      if (!kind) throw new UsageError(`“${name}” is no kind. See jd kinds.`);
      print(JSON.stringify(bodySchema(kind), null, 2));
    } else if (json)
      print(
        JSON.stringify(
          all.map((kind) => ({
            kind: kind.kind,
            version: kind.version,
            record: kind.record,
            opens: kind.opens,
            title: kind.title,
            schema: bodySchema(kind),
          })),
        ),
      );
    else
      print(
        table(
          ["kind", "speaks of", "what it is"],
          all.map(({ kind, record, opens, title }) => [
            kind,
            `${opens ? "opens a" : "a"} ${record}`,
            title.en,
          ]),
        ),
      );
    return 0;
  },
};
