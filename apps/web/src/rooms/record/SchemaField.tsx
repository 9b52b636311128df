/** A form made from a kind's JSON Schema: one field for each property, groups for objects, rows for lists. */
import type { ReactNode } from "react";
import type { Schema } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Choice, PlainField } from "./PlainField.tsx";
import { blankOf, follow, isObject, type Json, variantFor, variantsOf } from "./schema.ts";
import { useLabels } from "./useLabels.ts";

export interface FieldProps {
  schema: Schema;
  root: Schema;
  name: string;
  path: string;
  value: Json;
  required: boolean;
  /** What the server said about each field, by its path. */
  wrong: ReadonlyMap<string, string>;
  onChange: (value: Json) => void;
}

export function SchemaField(props: FieldProps): ReactNode {
  const schema = follow(props.schema, props.root);
  const variants = variantsOf(schema, props.root);
  if (variants.length > 1) return <Variants {...props} schema={schema} variants={variants} />;
  if (schema.properties) return <Group {...props} schema={schema} />;
  if (schema.type === "array" && schema.items)
    return <Rows {...props} schema={schema} items={schema.items} />;
  if (schema.const !== undefined) return null;
  return <PlainField {...props} schema={schema} />;
}

/** The properties of an object, without a frame of their own. */
export function Properties(props: FieldProps) {
  const { schema, value, path } = props;
  const held = isObject(value) ? value : {};
  return (
    <>
      {Object.entries(schema.properties ?? {}).map(([name, property]) => (
        <SchemaField
          key={name}
          {...props}
          schema={property}
          name={name}
          path={path ? `${path}.${name}` : name}
          value={held[name]}
          required={schema.required?.includes(name) ?? false}
          onChange={(field) => props.onChange({ ...held, [name]: field })}
        />
      ))}
    </>
  );
}

function Legend({ schema, name, required }: Pick<FieldProps, "schema" | "name" | "required">) {
  const { t } = useWords();
  const labels = useLabels();
  return (
    <legend className="usa-legend">
      {labels.field(schema, name)}
      {required ? null : <span className="muted"> {t("form.optional")}</span>}
    </legend>
  );
}

function Group(props: FieldProps) {
  const { t } = useWords();
  const absent = props.value === undefined || props.value === null;
  return (
    <fieldset className="boxed stack">
      <Legend {...props} />
      {absent && !props.required ? (
        <button
          type="button"
          className="text-button"
          onClick={() => props.onChange(blankOf(props.schema, props.root))}
        >
          {t("form.fillIn")}
        </button>
      ) : (
        <>
          <Properties {...props} />
          {props.required ? null : (
            <button type="button" className="text-button" onClick={() => props.onChange(undefined)}>
              {t("form.leaveOut")}
            </button>
          )}
        </>
      )}
    </fieldset>
  );
}

function Variants({ variants, ...props }: FieldProps & { variants: Schema[] }) {
  const { t } = useWords();
  const labels = useLabels();
  const absent = props.value === undefined || props.value === null;
  const at = variantFor(props.value, variants);
  const chosen = variants[at];
  return (
    <fieldset className="boxed stack">
      <Legend {...props} />
      <Choice
        id={`${props.path}-variant`}
        label={t("form.which")}
        value={absent ? "" : String(at)}
        options={[
          ...(absent || !props.required ? [{ value: "", words: t("case.notStated") }] : []),
          ...variants.map((variant, index) => ({
            value: String(index),
            words: labels.variant(variant, index),
          })),
        ]}
        onChange={(picked) => {
          const variant = variants[Number(picked)];
          props.onChange(picked === "" || !variant ? undefined : blankOf(variant, props.root));
        }}
      />
      {!absent && chosen ? <Properties {...props} schema={chosen} /> : null}
    </fieldset>
  );
}

function Rows({ items, ...props }: FieldProps & { items: Schema }) {
  const { t } = useWords();
  const labels = useLabels();
  const rows = Array.isArray(props.value) ? props.value : [];
  const label = labels.field(props.schema, props.name);
  return (
    <fieldset className="boxed stack">
      <Legend {...props} />
      {rows.map((row, index) => (
        // A row has no name of its own but its place in the list.
        <div key={`${props.path}.${String(index)}`} className="stack">
          <SchemaField
            {...props}
            schema={items}
            name={`${label} ${index + 1}`}
            path={`${props.path}.${index}`}
            value={row}
            required
            onChange={(changed) => props.onChange(rows.map((other, at) => (at === index ? changed : other)))}
          />
          <button
            type="button"
            className="text-button"
            onClick={() => {
              const rest = rows.filter((_, at) => at !== index);
              props.onChange(rest.length === 0 && !props.required ? undefined : rest);
            }}
          >
            {t("form.remove", { what: `${label} ${index + 1}` })}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="text-button"
        onClick={() => props.onChange([...rows, blankOf(items, props.root) ?? ""])}
      >
        {t("form.add", { what: label })}
      </button>
    </fieldset>
  );
}
