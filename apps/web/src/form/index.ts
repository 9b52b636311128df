/** The door of the form engine: a form for every kind from its schema, drafts kept on this device, acts judged and recorded. */
export { SourceFields } from "./AboutFields.tsx";
export { ActForm } from "./ActForm.tsx";
export { idOf, useForm } from "./context.ts";
export { forgetDraft, type KeptDraft, keptDrafts } from "./kept.ts";
export { Boxed } from "./Labelled.tsx";
export {
  filled,
  noSource,
  type Plan,
  type Planned,
  planSource,
  readDate,
  type SourceChoice,
} from "./plan.ts";
export { Choice, DateField, TextField } from "./plain.tsx";
export { RecordPicker, RecordWords } from "./RecordPicker.tsx";
export { Properties } from "./SchemaField.tsx";
export {
  follow,
  isObject,
  type Json,
  markOf,
  schemaOf,
  variantFor,
  variantsOf,
} from "./schema.ts";
export { useAct } from "./useAct.ts";
export { useLabels } from "./useLabels.ts";
export { type Fault, readState, stateOf, within } from "./value.ts";
export { KindFields, scopeOf } from "./KindFields.tsx";
export { type AboutWhat, correctionOf, type KindState, planKind, startOf } from "./kindPlan.ts";
