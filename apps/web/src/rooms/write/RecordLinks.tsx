/** What can be recorded about a case, for its page: each form opens with the case filled in. */
import { useQuery } from "@tanstack/react-query";
import { queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { FormLink } from "./FormLink.tsx";

const forms = [
  "defendant.joined",
  "arrest.made",
  "charges",
  "plea",
  "verdict",
  "sentence.imposed",
  "asset.seized",
  "asset.forfeited",
  "extradition.requested",
  "venture.described",
  "document.filed",
] as const;

export function RecordLinks({ caseId }: { caseId: string }) {
  const { t } = useWords();
  const { data: status } = useQuery(queries.status());
  if (status?.canWrite !== true) return null;
  return (
    <nav aria-label={t("write.aboutCase")} className="no-print record-links">
      <details>
        <summary>{t("write.aboutCase")}</summary>
        <ul className="form-list">
          {forms.map((form) => (
            <li key={form}>
              <FormLink form={form} about={{ case: caseId }} />
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
