/** Every field of an entry of one kind: the record it speaks of, what it says, when, and who says so. */
import type { KindInfo } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import { AboutFields, Happened, SourceFields } from "./AboutFields.tsx";
import { homeOf, idOf, useForm } from "./context.ts";
import type { KindState } from "./kindPlan.ts";
import { RecordPicker } from "./RecordPicker.tsx";
import { Properties } from "./SchemaField.tsx";
import { follow, isObject } from "./schema.ts";

interface KindFieldsProps {
  kind: KindInfo;
  state: KindState;
  /** A correction speaks of the record that the entry spoke of. */
  corrects?: boolean;
  onChange: (change: (before: KindState) => KindState) => void;
}

/** Whether records have to be looked for in a case that the body itself does not name. */
function asksForCase(kind: KindInfo, kinds: readonly KindInfo[]): boolean {
  const properties = Object.values(kind.schema.properties ?? {});
  if (properties.some(({ record }) => record === "case")) return false;
  const types = [
    ...(kind.opens ? [] : [kind.record]),
    ...properties.flatMap((property) => {
      const { record, items } = follow(property, kind.schema);
      return record ?? items?.record ?? [];
    }),
  ];
  return types.some((type) => type !== "case" && homeOf(type, kinds) !== undefined);
}

export function KindFields({ kind, state, corrects = false, onChange }: KindFieldsProps) {
  const { t, say } = useWords();
  const { kinds, wrong } = useForm();
  const set = (part: Partial<KindState>) => onChange((before) => ({ ...before, ...part }));
  const opening = kinds.find(({ opens, record }) => opens && record === kind.record);
  return (
    <>
      {asksForCase(kind, kinds) ? (
        <RecordPicker
          id={idOf("inCase")}
          label={t("form.inCase")}
          hint={t("form.inCaseHint")}
          optional
          type="case"
          value={state.inCase}
          onChange={(id) => set({ inCase: id ?? "" })}
        />
      ) : null}
      {kind.opens || corrects ? null : (
        <RecordPicker
          id={idOf("subject")}
          label={t("form.subject", { what: say(opening?.title ?? kind.title) })}
          type={kind.record}
          value={state.subject}
          wrong={wrong.get("subject")}
          onChange={(id) => set({ subject: id ?? "" })}
        />
      )}
      <Properties
        schema={follow(kind.schema, kind.schema)}
        root={kind.schema}
        path="body"
        value={state.body}
        onChange={(body) => set({ body })}
      />
      <Happened
        value={state.about}
        onChange={(part) => onChange((before) => ({ ...before, about: { ...before.about, ...part } }))}
      />
      {kind.kind === "source.described" ? null : (
        <SourceFields value={state.source} onChange={(source) => set({ source })} />
      )}
      <AboutFields
        value={state.about}
        onChange={(part) => onChange((before) => ({ ...before, about: { ...before.about, ...part } }))}
      />
    </>
  );
}

/** Where this form looks for records: in the case and the defendant that are filled in, or in those it was opened about. */
export function scopeOf({ body, inCase }: KindState): {
  case: string | undefined;
  defendant: string | undefined;
} {
  const held = isObject(body) ? body : {};
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  return { case: text(held["case"]) ?? text(inCase), defendant: text(held["defendant"]) };
}
