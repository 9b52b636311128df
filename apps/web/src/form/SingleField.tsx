/** A field of one value: a record, a place, a date, a choice, yes or no, a number or a text. */
import type { ReactNode } from "react";
import { useWords } from "../language/index.ts";
import { PersonField } from "./PersonField.tsx";
import { Choice, DateField, TextField } from "./plain.tsx";
import { CountryField, DistrictField } from "./places.tsx";
import { RecordPicker } from "./RecordPicker.tsx";
import { type FieldProps, useAbout } from "./useAbout.ts";
import { useLabels } from "./useLabels.ts";

/** Texts that may be longer than so many signs get more than a line. */
const LONG = 500;

export function Single(props: FieldProps): ReactNode {
  const { t } = useWords();
  const labels = useLabels();
  const about = useAbout(props);
  const { schema, value, onChange } = props;
  const text = value === undefined || value === null ? "" : String(value);
  const unsaid = { value: "", words: t("case.notStated") };
  const blank = props.required ? { value: "", words: t("form.choose") } : unsaid;
  const change = (typed: string) => onChange(typed === "" ? undefined : typed);
  if (schema.record !== undefined)
    return <RecordPicker {...about} type={schema.record} value={text} onChange={onChange} />;
  if (schema.offers === "districts") return <DistrictField {...about} value={text} onChange={change} />;
  if (schema.offers === "countries") return <CountryField {...about} value={text} onChange={change} />;
  if (schema.format === "uuid") return <PersonField {...about} value={text} onChange={onChange} />;
  if (schema.format === "imprecise-date") return <DateField {...about} value={text} onChange={change} />;
  if (schema.enum) {
    const options = schema.enum.map((item) => ({
      value: String(item),
      words: labels.choice(schema, String(item)),
    }));
    return (
      <Choice
        {...about}
        value={text}
        options={props.required && text !== "" ? options : [blank, ...options]}
        onChange={change}
      />
    );
  }
  if (schema.type === "boolean") {
    const options = [
      unsaid,
      { value: "true", words: t("answer.yes") },
      { value: "false", words: t("answer.no") },
    ];
    const pick = (picked: string) => onChange(picked === "" ? undefined : picked === "true");
    return <Choice {...about} value={text} options={options} onChange={pick} />;
  }
  const numeric = schema.type === "integer" || schema.type === "number";
  const long = !numeric && schema.format !== "uri" && ((schema.maxLength ?? 0) > LONG || text.length > 90);
  return <TextField {...about} value={text} numeric={numeric} long={long} onChange={change} />;
}
