/** Recording by hand: what can be recorded, and the drafts that are kept on this device. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type KindInfo, queries } from "../../docket/index.ts";
import { forgetDraft, type KeptDraft, keptDrafts } from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page, useInstant } from "../../parts/index.ts";
import { FormLink, useFormName } from "./FormLink.tsx";
import { composites, formsByPart } from "./forms.ts";

export function WriteRoom() {
  const { t } = useWords();
  const kinds = useQuery(queries.kinds());
  const { data: status } = useQuery(queries.status());
  return (
    <Page title={t("write.title")} room={t("room.write")} lead={<p>{t("write.lead")}</p>}>
      {status?.canWrite === false ? <p className="notice">{t("house.readOnly")}</p> : null}
      <Drafts />
      <section aria-labelledby="write-several">
        <div className="section-head">
          <h2 id="write-several">{t("write.several")}</h2>
        </div>
        <ul className="form-list">
          {composites.map((form) => (
            <li key={form}>
              <FormLink form={form} about={{}} />
              <span className="muted small detail">{t(`write.explain.${form}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <Answered of={kinds}>{(all) => <Forms kinds={all} />}</Answered>
    </Page>
  );
}

function Forms({ kinds }: { kinds: readonly KindInfo[] }) {
  const { t } = useWords();
  return (
    <>
      {formsByPart(kinds).map(({ part, kinds: own }) => (
        <section key={part} aria-labelledby={`write-${part}`}>
          <div className="section-head">
            <h2 id={`write-${part}`}>{t(`write.part.${part}`)}</h2>
          </div>
          <ul className="form-list">
            {own.map(({ kind }) => (
              <li key={kind}>
                <FormLink form={kind} about={{}} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Drafts() {
  const { t } = useWords();
  const [drafts, setDrafts] = useState(keptDrafts);
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="write-drafts">
      <div className="section-head">
        <h2 id="write-drafts">{t("write.drafts")}</h2>
      </div>
      <p className="muted">{t("write.draftsHere")}</p>
      <ul className="form-list">
        {drafts.map((draft) => (
          <li key={JSON.stringify([draft.form, draft.about])}>
            <DraftLine
              draft={draft}
              onDiscard={() => {
                forgetDraft(draft);
                setDrafts(keptDrafts());
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DraftLine({ draft, onDiscard }: { draft: KeptDraft; onDiscard: () => void }) {
  const { t } = useWords();
  const instant = useInstant();
  const nameOf = useFormName();
  const { form, about, at } = draft;
  const entry = about["entry"];
  const name = form === "correct" || form === "withdraw" ? t(`entry.${form}`) : nameOf(form);
  return (
    <>
      {entry !== undefined && form === "correct" ? (
        <Link to="/entries/$id/correct" params={{ id: entry }}>
          {name}
        </Link>
      ) : entry !== undefined && form === "withdraw" ? (
        <Link to="/entries/$id/withdraw" params={{ id: entry }}>
          {name}
        </Link>
      ) : (
        <FormLink form={form} about={about} />
      )}
      <span className="muted small detail">
        <About record={about["subject"] ?? about["defendant"] ?? about["case"]} />
        {t("write.draftAt", { when: instant(at) })}
      </span>
      <button
        type="button"
        className="text-button"
        aria-label={t("write.discardWhich", { what: name })}
        onClick={onDiscard}
      >
        {t("write.discard")}
      </button>
    </>
  );
}

/** What a draft is about, where its form was opened about a record. */
function About({ record }: { record: string | undefined }) {
  const { language } = useWords();
  const { data } = useQuery({ ...queries.recordById(record ?? ""), enabled: record !== undefined });
  return data ? <>{data[language].name} · </> : null;
}
