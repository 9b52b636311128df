/** Assets in a table: what each is, where it stands, and what it came to at every step. */
import { Link } from "@tanstack/react-router";
import type { AssetLine, AssetRow } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { CertaintyMark, DataTable, Quoted, SyntheticMark } from "../../parts/index.ts";
import { InCase, Told, useSaid } from "./said.tsx";
import { useKindWords } from "./useKindWords.ts";

const SEIZED = "asset.seized";

type Line = AssetLine & Partial<AssetRow>;

export function useAssetName() {
  const { word } = useKindWords();
  return ({ kind, drug }: Pick<AssetLine, "kind" | "drug">): string =>
    drug === null
      ? word(SEIZED, "asset", kind)
      : `${word(SEIZED, "asset", kind)}: ${word(SEIZED, "drug", drug)}`;
}

/** The word for a state; the first four are how it is held. */
export function useAssetState() {
  const { t } = useWords();
  return (state: AssetLine["state"]): string => t(`assetState.${state}`);
}

interface AssetTableProps {
  assets: readonly Line[];
  caption: string;
  /** Leaves out what the page says already. */
  ofOneCase?: boolean;
  /** How the asset comes to be the organization's. */
  through?: (asset: Line) => string;
}

export function AssetTable({ assets, caption, ofOneCase, through }: AssetTableProps) {
  const { t, shortDate } = useWords();
  const said = useSaid();
  const nameOf = useAssetName();
  const stateOf = useAssetState();
  const { word } = useKindWords();

  function forfeited({ orders }: Line) {
    return orders.map(({ entry, body }) => (
      <p key={entry}>
        <Told entry={entry}>
          {[said.money(body.amount), said.quantity(body.quantity)].filter(Boolean).join(", ") ||
            t("asset.whole")}
        </Told>
        {body.stage === "final" ? null : (
          <span className="small muted"> {word("asset.forfeited", "stage", body.stage).toLowerCase()}</span>
        )}
      </p>
    ));
  }
  function realized({ realizations }: Line) {
    return realizations.map(({ entry, body }) => (
      <p key={entry}>
        <Told entry={entry}>
          {body.realized ? said.money(body.realized) : word("asset.realized", "disposal", body.disposal)}
        </Told>
      </p>
    ));
  }
  return (
    <DataTable
      caption={caption}
      hideCaption
      wide
      rows={assets}
      rowKey={(one) => one.id}
      columns={[
        {
          key: "asset",
          title: t("asset.asset"),
          heads: true,
          cell: (one) => (
            <>
              <Link to="/assets/$id" params={{ id: one.id }}>
                {nameOf(one)}
              </Link>{" "}
              <CertaintyMark certainty={one.certainty} /> <SyntheticMark when={one.synthetic} />
              {one.description ? (
                <p className="small">
                  <Quoted>{one.description}</Quoted>
                </p>
              ) : null}
              {ofOneCase || !one.case ? null : <InCase of={one.case} />}
              {through ? <p className="small">{through(one)}</p> : null}
            </>
          ),
        },
        {
          key: "state",
          title: t("asset.state"),
          cell: (one) => <span className={`step is-${one.state}`}>{stateOf(one.state)}</span>,
        },
        {
          key: "held",
          title: t("asset.held"),
          keeps: true,
          cell: (one) => (one.occurred ? shortDate(one.occurred) : ""),
        },
        {
          key: "quantity",
          title: t("asset.quantity"),
          number: true,
          cell: (one) => (one.quantity ? <Told entry={one.entry}>{said.quantity(one.quantity)}</Told> : null),
        },
        {
          key: "value",
          title: t("asset.value"),
          number: true,
          cell: (one) => (one.value ? <Told entry={one.entry}>{said.money(one.value)}</Told> : null),
        },
        {
          key: "forfeited",
          title: t("asset.forfeited"),
          number: true,
          cell: (one) => (one.orders.length > 0 ? <div>{forfeited(one)}</div> : null),
        },
        {
          key: "realized",
          title: t("asset.realized"),
          number: true,
          cell: (one) => (one.realizations.length > 0 ? <div>{realized(one)}</div> : null),
        },
      ]}
    />
  );
}
