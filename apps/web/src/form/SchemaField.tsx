/** A form made from a kind's JSON Schema: one field for each property, groups for objects, rows for lists. */
import type { ReactNode } from "react";
import type { Schema } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import { useForm } from "./context.ts";
import { Boxed } from "./Labelled.tsx";
import { Choice, MoneyField } from "./plain.tsx";
import { blankOf, follow, isObject, variantFor, variantsOf } from "./schema.ts";
import { Single } from "./SingleField.tsx";
import { Records, Ticks } from "./TickedField.tsx";
import { type FieldProps, useAbout } from "./useAbout.ts";
import { useLabels } from "./useLabels.ts";
import { isMoney, within } from "./value.ts";

export function SchemaField(props: FieldProps): ReactNode {
  const schema = follow(props.schema, props.root);
  const { items } = schema;
  const variants = variantsOf(schema, props.root);
  if (variants.length > 1) return <Variants {...props} schema={schema} variants={variants} />;
  if (schema.properties)
    return isMoney(schema) ? <Sum {...props} schema={schema} /> : <Group {...props} schema={schema} />;
  if (schema.type === "array" && items) {
    const item = follow(items, props.root);
    if (item.record !== undefined) return <Records {...props} schema={schema} type={item.record} />;
    if (item.enum) return <Ticks {...props} schema={schema} item={item} />;
    return <Rows {...props} schema={schema} items={items} />;
  }
  if (schema.const !== undefined) return null;
  return <Single {...props} schema={schema} />;
}

interface PropertiesProps extends Omit<FieldProps, "name" | "required"> {
  /** Properties that are asked for elsewhere in the form. */
  without?: readonly string[];
}

/** The properties of an object, without a frame of their own. */
export function Properties({ schema, value, path, without = [], ...props }: PropertiesProps) {
  const held = isObject(value) ? value : {};
  return (
    <>
      {Object.entries(schema.properties ?? {})
        .filter(([name]) => !without.includes(name))
        .map(([name, property]) => (
          <SchemaField
            key={name}
            {...props}
            schema={property}
            name={name}
            path={within(path, name)}
            value={held[name]}
            required={schema.required?.includes(name) ?? false}
            onChange={(field) => props.onChange({ ...held, [name]: field })}
          />
        ))}
    </>
  );
}

/** How many fields a group may have and still be shown at once where it may be left out. */
const FEW = 3;

function Group(props: FieldProps) {
  const { t } = useWords();
  const about = useAbout(props);
  const { wrong } = useForm();
  const many = Object.keys(props.schema.properties ?? {}).length > FEW;
  const inside = <Properties {...props} />;
  if (props.required || !many) return <Boxed {...about}>{inside}</Boxed>;
  const begun = isObject(props.value) || [...wrong.keys()].some((path) => path.startsWith(props.path));
  return (
    <Boxed {...about}>
      <details open={begun}>
        <summary>{t("form.fillIn")}</summary>
        <div className="stack">{inside}</div>
      </details>
    </Boxed>
  );
}

function Sum(props: FieldProps) {
  const about = useAbout(props);
  const { wrong } = useForm();
  const held = isObject(props.value) ? props.value : {};
  return (
    <MoneyField
      {...about}
      typed={String(held["typed"] ?? "")}
      currency={String(held["currency"] ?? "USD")}
      wrong={wrong.get(within(props.path, "minor")) ?? about.wrong}
      wrongCurrency={wrong.get(within(props.path, "currency"))}
      onChange={props.onChange}
    />
  );
}

function Variants({ variants, ...props }: FieldProps & { variants: Schema[] }) {
  const { t } = useWords();
  const labels = useLabels();
  const { id, label, hint, law, ...about } = useAbout(props);
  const absent = !isObject(props.value);
  const at = variantFor(props.value, variants);
  const chosen = variants[at];
  return (
    <Boxed {...about} id={`${id}-group`} label={label} hint={hint} law={law} wrong={undefined}>
      <Choice
        id={id}
        label={t("form.which")}
        wrong={about.wrong}
        value={absent ? "" : String(at)}
        options={[
          ...(absent || !props.required
            ? [{ value: "", words: t(props.required ? "form.choose" : "case.notStated") }]
            : []),
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
    </Boxed>
  );
}

function Rows({ items, ...props }: FieldProps & { items: Schema }) {
  const { t } = useWords();
  const about = useAbout(props);
  const rows = Array.isArray(props.value) ? props.value : [];
  return (
    <Boxed {...about}>
      {rows.map((row, index) => (
        // A row has no name of its own but its place in the list.
        <div key={`${props.path}.${String(index)}`} className="stack">
          <SchemaField
            {...props}
            schema={{ ...items, title: undefined, titleEs: undefined }}
            name={`${about.label} ${index + 1}`}
            path={within(props.path, index)}
            value={row}
            required
            onChange={(changed) => props.onChange(rows.map((other, at) => (at === index ? changed : other)))}
          />
          <button
            type="button"
            className="text-button"
            onClick={() => props.onChange(rows.filter((_, at) => at !== index))}
          >
            {t("form.remove", { what: `${about.label} ${index + 1}` })}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="text-button"
        onClick={() => props.onChange([...rows, blankOf(items, props.root) ?? ""])}
      >
        {t("form.add", { what: about.label })}
      </button>
    </Boxed>
  );
}
