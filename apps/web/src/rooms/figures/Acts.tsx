/** What can be done with a figure as it stands: review it, publish it, draft it anew, take it back. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type FigurePage, queries } from "../../docket/index.ts";
import { Choice, TextField } from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import { ActBox } from "./ActBox.tsx";
import { frameOfFigure } from "./behind.ts";
import { useFigureAct } from "./useFigureAct.ts";

export function Acts({ figure }: { figure: FigurePage }) {
  const { t } = useWords();
  const { data: status } = useQuery(queries.status());
  if (!status?.canWrite || figure.state === "withdrawn") return null;
  const open = figure.state !== "published";
  return (
    <section aria-labelledby="acts" className="no-print">
      <div className="section-head">
        <h2 id="acts">{t("figures.acts")}</h2>
      </div>
      <div className="act-boxes">
        {figure.state === "approved" ? <Publish figure={figure} /> : null}
        {open ? <Review figure={figure} /> : null}
        <Withdraw figure={figure} />
      </div>
      {open ? (
        <p className="section-gap">
          <Link
            to="/figures/new"
            search={{
              measure: figure.measure,
              figure: figure.figure,
              draft: figure.draft,
              ...frameOfFigure(figure),
            }}
          >
            {t("figures.anew")}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

const done = () => undefined;

function Review({ figure }: { figure: FigurePage }) {
  const { t } = useWords();
  const [verdict, setVerdict] = useState("approved");
  const [remarks, setRemarks] = useState("");
  const send = useFigureAct(`/figures/${figure.figure}/review`, done);
  return (
    <ActBox
      title={t("figures.review")}
      explain={t("figures.reviewExplain", { by: figure.by })}
      action={t("figures.sendReview")}
      pending={send.isPending}
      error={send.error}
      ready={verdict === "approved" || remarks.trim() !== ""}
      onSend={(by) =>
        send.mutate({
          draft: figure.draft,
          verdict,
          by,
          ...(remarks.trim() === "" ? {} : { remarks: remarks.trim() }),
        })
      }
    >
      {(tried) => (
        <>
          <Choice
            id="review-verdict"
            label={t("figures.verdict")}
            value={verdict}
            options={[
              { value: "approved", words: t("figures.approve") },
              { value: "returned", words: t("figures.return") },
            ]}
            onChange={setVerdict}
          />
          <TextField
            id="review-remarks"
            label={t("figures.remarks")}
            hint={t("figures.remarksHint")}
            value={remarks}
            long
            wrong={
              tried && verdict === "returned" && remarks.trim() === ""
                ? t("figures.remarksMissing")
                : undefined
            }
            onChange={setRemarks}
          />
        </>
      )}
    </ActBox>
  );
}

function Publish({ figure }: { figure: FigurePage }) {
  const { t } = useWords();
  const send = useFigureAct(`/figures/${figure.figure}/publication`, done);
  return (
    <ActBox
      title={t("figures.publish")}
      explain={t("figures.publishExplain")}
      action={t("figures.sendPublish")}
      pending={send.isPending}
      error={send.error}
      onSend={(by) => send.mutate({ draft: figure.draft, by })}
    />
  );
}

function Withdraw({ figure }: { figure: FigurePage }) {
  const { t } = useWords();
  const [because, setBecause] = useState("");
  const send = useFigureAct(`/figures/${figure.figure}/withdrawal`, done);
  return (
    <ActBox
      title={t("figures.withdraw")}
      explain={t("figures.withdrawExplain")}
      action={t("figures.sendWithdraw")}
      danger
      pending={send.isPending}
      error={send.error}
      ready={because.trim() !== ""}
      onSend={(by) => send.mutate({ because: because.trim(), by })}
    >
      {(tried) => (
        <TextField
          id="withdraw-because"
          label={t("figures.withdrawReason")}
          value={because}
          long
          wrong={tried && because.trim() === "" ? t("figures.withdrawReasonMissing") : undefined}
          onChange={setBecause}
        />
      )}
    </ActBox>
  );
}
