/** The head of the record: size, root, signed checkpoints, and who else has seen them. */
import { Link } from "@tanstack/react-router";
import type { LedgerHead } from "../../docket/index.ts";
import { saySeconds, useWords } from "../../language/index.ts";
import { DataTable, Empty, useInstant } from "../../parts/index.ts";

export function HeadFacts({ ledger }: { ledger: LedgerHead }) {
  const { t, number } = useWords();
  return (
    <section aria-labelledby="head">
      <div className="section-head">
        <h2 id="head">{t("head.title")}</h2>
      </div>
      <dl className="facts">
        <dt>{t("head.entries")}</dt>
        <dd>
          <Link to="/record" hash="entries">
            {number(ledger.head.size)}
          </Link>
        </dd>
        <dt>{t("head.root")}</dt>
        <dd>
          <code>{ledger.head.root}</code>
        </dd>
        <dt>{t("head.origin")}</dt>
        <dd>
          <code>{ledger.origin}</code>
        </dd>
        {ledger.verifierKeys.length > 0 ? (
          <>
            <dt>{t("head.keys")}</dt>
            <dd>
              {ledger.verifierKeys.map((key) => (
                <div key={key}>
                  <code>{key}</code>
                </div>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

export function Checkpoints({ ledger }: { ledger: LedgerHead }) {
  const { t, number } = useWords();
  const instant = useInstant();
  return (
    <section aria-labelledby="checkpoints">
      <div className="section-head">
        <h2 id="checkpoints">{t("checkpoint.title")}</h2>
      </div>
      {ledger.checkpoints.length === 0 ? (
        <Empty title={t("checkpoint.none")}>{t("checkpoint.noneWhy")}</Empty>
      ) : (
        <DataTable
          caption={t("checkpoint.caption")}
          hideCaption
          rows={ledger.checkpoints}
          rowKey={(row) => `${row.size} ${row.at}`}
          columns={[
            { key: "at", title: t("checkpoint.at"), heads: true, cell: (row) => instant(row.at) },
            { key: "size", title: t("checkpoint.size"), number: true, cell: (row) => number(row.size) },
            { key: "root", title: t("checkpoint.root"), cell: (row) => <code>{row.root}</code> },
            {
              key: "cosigned",
              title: t("checkpoint.cosigned"),
              cell: (row) => (row.cosigned.length === 0 ? t("checkpoint.nobody") : row.cosigned.join(", ")),
            },
          ]}
        />
      )}
    </section>
  );
}

const witnessStates = ["in-step", "behind", "silent", "refuses"] as const;

export function Witnesses({ ledger }: { ledger: LedgerHead }) {
  const { t, number, language } = useWords();
  const state = (text: string) => {
    const known = witnessStates.find((item) => item === text);
    return known ? t(`witness.state.${known}`) : text;
  };
  return (
    <section aria-labelledby="witnesses">
      <div className="section-head">
        <h2 id="witnesses">{t("witness.title")}</h2>
      </div>
      {ledger.witnesses.length === 0 ? (
        <Empty title={t("witness.none")}>{t("witness.noneWhy")}</Empty>
      ) : (
        <DataTable
          caption={t("witness.title")}
          hideCaption
          rows={ledger.witnesses}
          rowKey={(row) => row.name}
          columns={[
            { key: "name", title: t("witness.name"), heads: true, cell: (row) => row.name },
            {
              key: "state",
              title: t("witness.stateTitle"),
              cell: (row) => (
                <>
                  {state(row.state)}
                  {row.detail ? <p className="small">{row.detail}</p> : null}
                </>
              ),
            },
            {
              key: "size",
              title: t("witness.size"),
              number: true,
              cell: (row) => number(row.size),
            },
            {
              key: "lag",
              title: t("witness.lag"),
              number: true,
              cell: (row) => (row.lagSeconds === null ? "" : saySeconds(row.lagSeconds, language)),
            },
          ]}
        />
      )}
    </section>
  );
}
