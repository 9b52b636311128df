/** Import: choose a file or paste rows, match columns, and look before anything is written. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ChangeEvent, type FormEvent, useState } from "react";
import { ask, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Page, ProblemNotice } from "../../parts/index.ts";
import { columnsOf, formatOf } from "./csvHeader.ts";
import { Example } from "./Example.tsx";
import { type ImportRequest, keepImport } from "./keptImport.ts";
import { MappingEditor } from "./MappingEditor.tsx";
import { type Choices, mappingOf, NOTHING_CHOSEN } from "./mapping.ts";

export function ImportRoom() {
  const { t } = useWords();
  const { data: status } = useQuery(queries.status());
  return (
    <Page title={t("import.title")} room={t("room.import")} narrow lead={<p>{t("import.lead")}</p>}>
      {status?.canWrite === false ? <p className="notice is-amber">{t("house.readOnly")}</p> : null}
      <ImportForm />
    </Page>
  );
}

function ImportForm() {
  const { t, number } = useWords();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const [choices, setChoices] = useState<Choices>(NOTHING_CHOSEN);
  const [correct, setCorrect] = useState(false);
  const [missing, setMissing] = useState(false);
  const format = formatOf(name, text);
  const columns = text !== "" && format === "csv" ? columnsOf(text) : [];
  const send = useMutation({
    mutationFn: async () => {
      const mapping = format === "csv" ? mappingOf(choices) : undefined;
      const request: ImportRequest = {
        name: name || t("import.pasted"),
        format,
        text,
        ...(mapping ? { mapping } : {}),
        ...(correct ? { correct } : {}),
      };
      const { id } = await ask<{ id: string }>("/imports", {
        method: "POST",
        body: { ...request, preview: true },
      });
      keepImport(id, request);
      return id;
    },
    onSuccess: (id) => navigate({ to: "/import/$id", params: { id } }),
  });

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    setName(file.name);
    setText(await file.text());
    setChoices(NOTHING_CHOSEN);
    setMissing(false);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(text.trim() === "");
    if (text.trim() === "") document.getElementById("import-file")?.focus();
    else send.mutate();
  }

  return (
    <form className="section stack" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor="import-file">{t("import.file")}</label>
        <span className="usa-hint" id="import-file-hint">
          {t("import.fileHint")}
        </span>
        {missing ? (
          <span className="usa-error-message" id="import-file-wrong">
            {t("import.nothing")}
          </span>
        ) : null}
        <input
          id="import-file"
          type="file"
          accept=".csv,.jsonl,.ndjson,.json,text/csv,application/x-ndjson"
          aria-describedby={missing ? "import-file-hint import-file-wrong" : "import-file-hint"}
          onChange={(event) => void choose(event)}
        />
      </div>
      <div className="field">
        <label htmlFor="import-text">{t("import.paste")}</label>
        <textarea
          id="import-text"
          className="paste"
          rows={8}
          spellCheck={false}
          value={text.length > 200_000 ? "" : text}
          disabled={text.length > 200_000}
          onChange={(event) => {
            setText(event.target.value);
            setName("");
          }}
        />
      </div>
      <Example />
      {text !== "" ? (
        <p role="status" className="muted">
          {t("import.chosen", {
            name: name || t("import.pasted"),
            format: format === "csv" ? "CSV" : "JSON Lines",
            characters: number(text.length),
          })}
        </p>
      ) : null}
      {columns.length > 0 ? (
        <details>
          <summary>{t("import.mapping")}</summary>
          <MappingEditor columns={columns} choices={choices} onChange={setChoices} />
        </details>
      ) : null}
      <div className="choice">
        <input
          id="import-correct"
          type="checkbox"
          checked={correct}
          onChange={(event) => setCorrect(event.target.checked)}
        />
        <label htmlFor="import-correct">{t("import.correct")}</label>
      </div>
      {send.error ? <ProblemNotice error={send.error} /> : null}
      <button type="submit" className="usa-button" disabled={send.isPending}>
        {send.isPending ? t("import.sending") : t("import.preview")}
      </button>
      <p className="small muted">{t("import.previewHint")}</p>
    </form>
  );
}
