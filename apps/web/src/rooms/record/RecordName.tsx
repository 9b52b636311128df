/** What a reference points to: the sentence that opened the record, or the entry's own, with the way there. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { queries, type Schema } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isReference = (schema: Schema | undefined, value: unknown): value is string =>
  (schema?.record !== undefined || schema?.entry === true) && typeof value === "string" && ID.test(value);

export function RecordName({ schema, id }: { schema: Schema; id: string }) {
  return schema.entry ? <EntryName id={id} /> : <OpeningName id={id} type={schema.record} />;
}

function EntryName({ id }: { id: string }) {
  const { t, say } = useWords();
  const { data, error } = useQuery(queries.entryById(id));
  if (error) return <span className="muted">{t("reference.notThere")}</span>;
  return (
    <Link to="/entries/$id" params={{ id }}>
      {data ? data.sentence ? say(data.sentence) : t("entry.emptied") : <code>{id}</code>}
    </Link>
  );
}

function OpeningName({ id, type }: { id: string; type: string | undefined }) {
  const { t, say } = useWords();
  const { data: kinds = [] } = useQuery(queries.kinds());
  const { data, error } = useQuery(queries.entries({ subject: id }));
  const opening = data?.items.find(
    (entry) => entry.state === "standing" && kinds.some((kind) => kind.kind === entry.kind && kind.opens),
  );
  const entry = opening ?? data?.items.at(-1);
  if (error || (data && !entry)) return <span className="muted">{t("reference.notThere")}</span>;
  const name = entry ? entry.sentence ? say(entry.sentence) : t("entry.emptied") : <code>{id}</code>;
  return type === "case" ? (
    <Link to="/cases/$id" params={{ id }}>
      {name}
    </Link>
  ) : (
    <Link to="/record" search={{ subject: id }}>
      {name}
    </Link>
  );
}
