/** Ticks records from a list of those that a case or a defendant has: counts, defendants, charging documents. */
import { useQuery } from "@tanstack/react-query";
import { queries } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import { useForm, withinOf } from "./context.ts";
import { type About, Boxed } from "./Labelled.tsx";
import { RecordWords } from "./RecordPicker.tsx";

const MOST = 200;

interface RecordListProps extends About {
  type: string;
  value: readonly string[];
  onChange: (ids: readonly string[]) => void;
}

export function RecordList({ type, value, onChange, ...about }: RecordListProps) {
  const { t } = useWords();
  const { within, missing } = withinOf(type, useForm());
  const { data, isPending } = useQuery({
    ...queries.records({ type, within, limit: MOST }),
    enabled: !missing,
  });
  const items = data?.items ?? [];
  const toggle = (id: string) =>
    onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  return (
    <Boxed {...about}>
      {missing ? <p className="muted">{t("form.caseFirst")}</p> : null}
      {!missing && isPending ? <p className="loading">{t("state.loading")}</p> : null}
      {!missing && data && items.length === 0 ? <p className="muted">{t("form.noneYet")}</p> : null}
      {items.map((line) => (
        <label key={line.id} className="choice">
          <input type="checkbox" checked={value.includes(line.id)} onChange={() => toggle(line.id)} />
          <span>
            <RecordWords line={line} />
          </span>
        </label>
      ))}
    </Boxed>
  );
}
