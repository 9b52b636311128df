/** What an entry asserts, field by field, with the labels of its kind. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queries, type Schema } from "../../docket/index.ts";
import { sayCountry, sayMoney, useWords } from "../../language/index.ts";
import { DataTable, OutsideLink, Quoted } from "../../parts/index.ts";
import { follow, isObject, type Json, markOf, variantFor, variantsOf } from "../../form/index.ts";
import { isReference, RecordName } from "./RecordName.tsx";
import { useLabels } from "../../form/index.ts";

interface Line {
  label: string;
  value: Json;
  schema: Schema | undefined;
  path: string;
}

const isMoney = (value: Json): value is { minor: number; currency: string } =>
  isObject(value) && typeof value["minor"] === "number" && typeof value["currency"] === "string";

function useLines() {
  const labels = useLabels();

  /** One line for each plain value; the names of outer fields come before the inner ones. */
  function lines(value: Json, schema: Schema | undefined, root: Schema, label: string, path: string): Line[] {
    const followed = schema ? follow(schema, root) : undefined;
    if (isObject(value) && !isMoney(value)) {
      const variants = followed ? variantsOf(followed, root) : [];
      const at = variantFor(value, variants);
      const variant = variants[at];
      const mark = variant ? markOf(variant)?.name : undefined;
      const properties = (variant ?? followed)?.properties ?? {};
      // In the order of the schema, which is the order of the form.
      const names = Object.keys(properties);
      const rest = Object.entries(value)
        .filter(([name]) => name !== mark)
        .sort(([a], [b]) => names.indexOf(a) - names.indexOf(b));
      // A variant that holds nothing but its own name is shown by that name.
      if (variant && rest.length === 0)
        return [{ label, value: labels.variant(variant, at), schema: undefined, path }];
      return rest.flatMap(([name, field]) => {
        const inner = labels.field(properties[name], name);
        return lines(field, properties[name], root, label ? `${label} · ${inner}` : inner, `${path}.${name}`);
      });
    }
    if (Array.isArray(value)) {
      return value.flatMap((item, index) =>
        lines(
          item,
          followed?.items,
          root,
          value.length > 1 ? `${label} ${index + 1}` : label,
          `${path}.${index}`,
        ),
      );
    }
    return [{ label, value, schema: followed, path }];
  }
  return lines;
}

export function BodyTable({ body, schema }: { body: Json; schema: Schema | undefined }) {
  const { t } = useWords();
  const lines = useLines();
  const root = schema ?? {};
  return (
    <DataTable
      flat
      caption={t("body.caption")}
      hideCaption
      rows={lines(body, root, root, "", "")}
      rowKey={(line) => line.path}
      columns={[
        { key: "field", title: t("body.field"), heads: true, cell: (line) => line.label },
        { key: "value", title: t("body.value"), cell: (line) => <Value line={line} /> },
      ]}
    />
  );
}

const DATE = /^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/;

/** The field's last name, such as `country` of `.place.country`. */
const nameOf = (path: string) => path.split(".").at(-1);

function District({ district }: { district: string }) {
  const { say } = useWords();
  const { data: districts } = useQuery(queries.districts());
  const found = districts?.find((one) => one.key === district);
  return found ? `${say(found.name)} (${district})` : district;
}

function Value({ line }: { line: Line }): ReactNode {
  const { t, date, number, language } = useWords();
  const labels = useLabels();
  const { value, schema } = line;
  if (isMoney(value)) return sayMoney(value, language);
  if (typeof value === "boolean") return t(value ? "answer.yes" : "answer.no");
  if (typeof value === "number") return number(value);
  if (typeof value !== "string") return "";
  if (nameOf(line.path) === "country") return `${sayCountry(value, language)} (${value})`;
  if (nameOf(line.path) === "district") return <District district={value} />;
  if (schema && isReference(schema, value)) {
    return (
      <>
        <RecordName schema={schema} id={value} />
        <p className="small muted">
          <code>{value}</code>
        </p>
      </>
    );
  }
  if (schema?.format === "uuid") return <code>{value}</code>;
  if (/^https?:\/\//.test(value)) return <OutsideLink url={value} />;
  if (schema?.format === "imprecise-date" && DATE.test(value)) return date(value);
  if (schema?.choices) return labels.choice(schema, value);
  return schema === undefined ? value : <Quoted>{value}</Quoted>;
}
