/** Drafting a figure: which measure, in which frame; the value it will have stands beside the choice. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { frameQuery } from "../../address/index.ts";
import { queries } from "../../docket/index.ts";
import { Choice, TextField } from "../../form/index.ts";
import { useKnown, useKnownWords } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page } from "../../parts/index.ts";
import { FrameBar, FrameWords } from "../results/FrameBar.tsx";
import { ActBox } from "./ActBox.tsx";
import { useFigureAct } from "./useFigureAct.ts";

const route = getRouteApi("/figures/new");

export function NewFigureRoom() {
  const { t, say, number } = useWords();
  const { measure: named, figure, draft, ...asked } = route.useSearch();
  const frame = { ...asked, ...useKnown() };
  const when = useKnownWords();
  const navigate = useNavigate();
  const results = useQuery(queries.results(frame));
  const [note, setNote] = useState("");
  const [reason, setReason] = useState("");
  const anew = figure !== undefined && draft !== undefined;
  const send = useFigureAct(anew ? `/figures/${figure}/draft` : "/figures", (made) =>
    navigate({ to: "/figures/$id", params: { id: made.figure } }),
  );
  return (
    <Page title={t(anew ? "figures.anewTitle" : "figures.newTitle")} room={t("room.figures")} narrow>
      <p className="section-link">
        <Link to="/figures">{t("figures.back")}</Link>
      </p>
      <FrameBar frame={frame} />
      <FrameWords frame={frame} when={when} />
      <Answered of={results}>
        {({ measures }) => {
          const measure = measures.find((one) => one.measure === named) ?? measures[0];
          if (!measure) return null;
          return (
            <div className="section">
              <ActBox
                alone
                title={t("figures.whatIsSaid")}
                explain={t("figures.pinExplain")}
                action={t("figures.sendDraft")}
                pending={send.isPending}
                error={send.error}
                ready={!anew || reason.trim() !== ""}
                onSend={(by) =>
                  send.mutate({
                    measure: measure.measure,
                    ...Object.fromEntries(
                      Object.entries(frameQuery(frame)).filter(([, value]) => value !== undefined),
                    ),
                    by,
                    ...(note.trim() === "" ? {} : { note: note.trim() }),
                    ...(anew ? { draft, reason: reason.trim() } : {}),
                  })
                }
              >
                {(tried) => (
                  <>
                    <Choice
                      id="figure-measure"
                      label={t("figures.measure")}
                      value={measure.measure}
                      options={measures.map((one) => ({ value: one.measure, words: say(one.title) }))}
                      onChange={(chosen) =>
                        void navigate({
                          to: ".",
                          replace: true,
                          resetScroll: false,
                          search: (before: object) => ({ ...before, measure: chosen }),
                        })
                      }
                    />
                    <p className="preview" aria-live="polite">
                      <strong>
                        {say(measure.title)}:{" "}
                        {measure.value === null ? t("figures.nothing") : number(measure.value)}
                      </strong>
                      <br />
                      <span className="small muted">{say(measure.definition)}</span>
                    </p>
                    {anew ? (
                      <TextField
                        id="figure-reason"
                        label={t("figures.anewReason")}
                        value={reason}
                        long
                        wrong={tried && reason.trim() === "" ? t("figures.anewReasonMissing") : undefined}
                        onChange={setReason}
                      />
                    ) : null}
                    <TextField
                      id="figure-note"
                      label={t("figures.note")}
                      hint={t("figures.noteHint")}
                      value={note}
                      long
                      onChange={setNote}
                    />
                  </>
                )}
              </ActBox>
            </div>
          );
        }}
      </Answered>
    </Page>
  );
}
