/** The random identity that stands for one person in several cases: made here, or taken from a defendant who has one. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { queries } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import { FormProvider, useForm } from "./context.ts";
import { type About, Boxed } from "./Labelled.tsx";
import { RecordPicker } from "./RecordPicker.tsx";

interface PersonProps extends About {
  value: string;
  onChange: (id: string | undefined) => void;
}

/** Another case's defendant, whose entry may say which person it is. */
function SamePerson({ id, onFound }: { id: string; onFound: (person: string) => void }) {
  const { t } = useWords();
  const content = useForm();
  const [inCase, setInCase] = useState("");
  const [entry, setEntry] = useState("");
  const { data } = useQuery({ ...queries.entryById(entry), enabled: entry !== "" });
  const person = data?.body?.["person"];
  return (
    <FormProvider value={{ ...content, wrong: new Map(), scope: { case: inCase || undefined } }}>
      <RecordPicker
        id={`${id}-case`}
        label={t("person.inCase")}
        type="case"
        value={inCase}
        onChange={(picked) => setInCase(picked ?? "")}
      />
      <RecordPicker
        id={`${id}-defendant`}
        label={t("person.defendant")}
        type="defendant"
        value=""
        onChange={(_, line) => setEntry(line?.entry ?? "")}
      />
      <p aria-live="polite">
        {!data ? null : typeof person === "string" ? (
          <button type="button" className="usa-button usa-button--outline" onClick={() => onFound(person)}>
            {t("person.take")}
          </button>
        ) : (
          t("person.hasNone")
        )}
      </p>
    </FormProvider>
  );
}

export function PersonField({ value, onChange, ...about }: PersonProps) {
  const { t } = useWords();
  const [looking, setLooking] = useState(false);
  if (value !== "")
    return (
      <Boxed {...about}>
        <p>
          {t("person.named")} <code>{value.slice(0, 8)}</code>
        </p>
        <button type="button" className="text-button" onClick={() => onChange(undefined)}>
          {t("form.leaveOut")}
        </button>
      </Boxed>
    );
  return (
    <Boxed {...about}>
      <div className="buttons">
        <button type="button" className="text-button" onClick={() => onChange(crypto.randomUUID())}>
          {t("person.make")}
        </button>
        <button
          type="button"
          className="text-button"
          aria-expanded={looking}
          onClick={() => setLooking(!looking)}
        >
          {t("person.find")}
        </button>
      </div>
      {looking ? <SamePerson id={about.id} onFound={onChange} /> : null}
    </Boxed>
  );
}
