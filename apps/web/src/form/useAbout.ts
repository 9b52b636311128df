/** What a field made from a schema is given, and what it says of itself. */
import type { Schema } from "../docket/index.ts";
import { idOf, useForm } from "./context.ts";
import type { About } from "./Labelled.tsx";
import type { Json } from "./schema.ts";
import { useLabels } from "./useLabels.ts";

export interface FieldProps {
  schema: Schema;
  root: Schema;
  name: string;
  /** Where in the form the field is, its names and numbers parted by dots. */
  path: string;
  value: Json;
  required: boolean;
  onChange: (value: Json) => void;
}

export function useAbout({ schema, name, path, required }: FieldProps): About {
  const labels = useLabels();
  const { wrong } = useForm();
  return {
    id: idOf(path),
    label: labels.field(schema, name),
    hint: labels.hint(schema),
    law: schema.law,
    optional: !required,
    wrong: wrong.get(path),
  };
}
