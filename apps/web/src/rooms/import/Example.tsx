/** What a row looks like, to copy and fill in. */
import { useWords } from "../../language/index.ts";

const CSV = `key,kind,title,taskForce,district,announced
case-1,case.opened,Tractor-trailer near Laredo,unknown,TXS,2024-05-28`;

const JSONL = `{"key":"case-1","kind":"case.opened","body":{"title":"Tractor-trailer near Laredo","taskForce":"unknown"}}
{"key":"arrest-1","kind":"arrest.made","occurred":"2024-05","body":{"case":"case-1","persons":2,"place":"domestic"}}`;

export function Example() {
  const { t } = useWords();
  return (
    <details>
      <summary>{t("import.example")}</summary>
      <div className="stack">
        <p>{t("import.exampleExplain")}</p>
        {/* A region that scrolls must be reachable by keyboard. */}
        <pre className="example" tabIndex={0} aria-label="CSV">
          {CSV}
        </pre>
        <pre className="example" tabIndex={0} aria-label="JSON Lines">
          {JSONL}
        </pre>
      </div>
    </details>
  );
}
