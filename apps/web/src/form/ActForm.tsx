/** The frame of every form that records: the draft that was found, what is wrong, what it will say, and the button. */
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useQuery } from "@tanstack/react-query";
import { type KindInfo, queries, type Schema } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import { ProblemNotice, useInstant } from "../parts/index.ts";
import { FormProvider, idOf, type Scope } from "./context.ts";
import { Preview, type PreviewWords } from "./Preview.tsx";
import type { Wrong } from "./judged.ts";
import { humanize, titleOf } from "./schema.ts";
import type { AtWork } from "./useAct.ts";
import { useFaultWords } from "./useFaultWords.ts";

interface ActFormProps<State> extends PreviewWords {
  work: AtWork<State>;
  kinds: readonly KindInfo[];
  scope: Scope;
  /** What the button says. */
  action: string;
  /** What a path of the form is called, where it is no field of a kind's schema. */
  nameOf?: (path: string) => string | undefined;
  cancel?: ReactNode;
  children: ReactNode;
}

export function ActForm<State>(props: ActFormProps<State>) {
  const { work, kinds, scope } = props;
  const { t } = useWords();
  const { data: status } = useQuery(queries.status());
  const told = useToldWrong(work.shown, kinds, props.nameOf);
  const wrong = new Map(told.map(({ path, words }) => [path, words]));
  function submit(event: FormEvent) {
    event.preventDefault();
    work.submit();
  }
  if (status?.canWrite === false) return <p className="notice">{t("house.readOnly")}</p>;
  return (
    <FormProvider value={{ kinds, wrong, scope }}>
      <form className="section stack act" onSubmit={submit} noValidate>
        {work.resumed ? <Resumed at={work.resumed.at} onRestart={work.restart} /> : null}
        {work.tried > 0 && told.length > 0 ? (
          <Summary key={work.tried} told={told} pending={work.pending} />
        ) : null}
        {props.children}
        <Preview work={work} idle={props.idle} nameDraft={props.nameDraft} />
        {work.error ? <ProblemNotice error={work.error} again={work.submit} /> : null}
        <div className="buttons">
          <button type="submit" className="usa-button" disabled={work.pending || !work.worth}>
            {work.pending ? t("form.sending") : props.action}
          </button>
          {props.cancel}
        </div>
        <p className="small muted">{t("form.kept")}</p>
      </form>
    </FormProvider>
  );
}

function Resumed({ at, onRestart }: { at: string; onRestart: () => void }) {
  const { t } = useWords();
  const instant = useInstant();
  return (
    <div className="notice" role="status">
      <p>{t("form.resumed", { when: instant(at) })}</p>
      <button type="button" className="text-button" onClick={onRestart}>
        {t("form.restart")}
      </button>
    </div>
  );
}

interface Told {
  readonly path: string;
  readonly name: string;
  readonly words: string;
}

/** What fields are called that no kind's schema names. */
const NAMES = {
  kind: "form.whole",
  subject: "form.record",
  source: "form.whichSource",
  occurred: "entries.when",
  attestedAt: "entry.attested",
  certainty: "entry.certainty",
  note: "entry.note",
  reason: "entry.reason",
  minor: "money.sum",
  currency: "money.code",
  filed: "write.filedOn",
  against: "write.against",
  dismissedOn: "write.dismissedOn",
} as const;
const isNamed = (step: string): step is keyof typeof NAMES => step in NAMES;
const lastStep = (path: string) => path.split(".").findLast((step) => !/^\d+$/.test(step)) ?? "";

/** What is wrong, in words, with the name of the field it is about. */
function useToldWrong(
  shown: readonly Wrong[],
  kinds: readonly KindInfo[],
  nameOf: (path: string) => string | undefined = () => undefined,
): Told[] {
  const { t, say, language } = useWords();
  const fault = useFaultWords();
  const fieldName = (path: string) => {
    const last = lastStep(path);
    const own = isNamed(last) ? t(NAMES[last]) : undefined;
    return nameOf(path) ?? own ?? schemaName(last, kinds, language) ?? humanize(last);
  };
  return shown.map((one) => {
    const name = fieldName(one.path);
    if (one.is === "fault") return { path: one.path, name, words: fault(one.fault) };
    if (one.is === "refused") return { path: one.path, name, words: `${one.words} ${one.remedy}` };
    const why = one.missing ? t("form.missing") : say(one.why);
    return { path: one.path, name, words: `${name}: ${why}.` };
  });
}

/** The title that some kind's schema gives a field of this name, at the top or further in. */
function schemaName(field: string, kinds: readonly KindInfo[], language: "en" | "es"): string | undefined {
  let within: readonly Schema[] = kinds.map(({ schema }) => schema);
  while (within.length > 0) {
    for (const { properties } of within) {
      const title = titleOf(properties?.[field], language);
      if (title) return title;
    }
    within = within.flatMap((schema) => [
      ...Object.values(schema.properties ?? {}),
      ...Object.values(schema.$defs ?? {}),
      ...(schema.oneOf ?? schema.anyOf ?? []),
      ...(schema.items ? [schema.items] : []),
    ]);
  }
  return undefined;
}

/** Takes the focus at each try, once what is wrong is known. */
function Summary({ told, pending }: { told: readonly Told[]; pending: boolean }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!pending) box.current?.focus();
  }, [pending]);
  return (
    <div ref={box} className="notice is-danger" role="alert" tabIndex={-1} aria-labelledby="form-wrong">
      <h2 id="form-wrong">{t("form.wrong", { count: told.length })}</h2>
      <ul>
        {told.map(({ path, name, words }) => (
          <li key={path}>
            <a
              href={`#${idOf(path)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(idOf(path))?.focus();
              }}
            >
              {words.startsWith(name) ? words : `${name}: ${words}`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
