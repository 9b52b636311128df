/** One form, opened about what its address says; what is recorded leads on to the next steps. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type KindInfo, queries, type RecordedAct } from "../../docket/index.ts";
import type { AboutWhat } from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page } from "../../parts/index.ts";
import { ChargesForm } from "./ChargesForm.tsx";
import { useFormName } from "./FormLink.tsx";
import { isByHand, isComposite } from "./forms.ts";
import { KindForm } from "./KindForm.tsx";
import { NewCaseForm } from "./NewCaseForm.tsx";
import { OutcomesForm } from "./OutcomesForm.tsx";

const route = getRouteApi("/write/$form");

export interface FormProps {
  kinds: readonly KindInfo[];
  about: AboutWhat;
  onRecorded: (recorded: RecordedAct) => Promise<void>;
}

/** Of a long act its address names the first entries; all of them stand in the record. */
const NAMED = 40;

export function FormRoom() {
  const { t } = useWords();
  const { form } = route.useParams();
  const search = route.useSearch();
  const about = useMemo(() => aboutOf(search), [search]);
  const kinds = useQuery(queries.kinds());
  const nameOf = useFormName();
  const navigate = useNavigate();
  const onRecorded = useCallback(
    async ({ entries }: RecordedAct) => {
      const named = entries.slice(0, NAMED).map(({ entry }) => entry);
      await navigate({
        to: "/write/recorded",
        search: { entries: named.join("."), of: String(entries.length) },
      });
    },
    [navigate],
  );
  return (
    <Page
      title={nameOf(form)}
      room={t("room.write")}
      narrow
      lead={isComposite(form) ? <p>{t(`write.explain.${form}`)}</p> : null}
    >
      <Answered of={kinds}>
        {(all) => (
          <Form
            key={`${form} ${JSON.stringify(about)}`}
            form={form}
            kinds={all}
            about={about}
            onRecorded={onRecorded}
          />
        )}
      </Answered>
    </Page>
  );
}

/** What the address says of the form; the rest of it is how the record is looked at. */
function aboutOf(search: AboutWhat): AboutWhat {
  const { case: its, defendant, organization, subject, source } = search;
  const about = { case: its, defendant, organization, subject, source };
  return Object.fromEntries(Object.entries(about).filter(([, id]) => id !== undefined));
}

function Form({ form, ...props }: FormProps & { form: string }) {
  const { t } = useWords();
  if (form === "new-case") return <NewCaseForm {...props} />;
  if (form === "charges") return <ChargesForm {...props} />;
  if (form === "plea" || form === "verdict") return <OutcomesForm {...props} form={form} />;
  const kind = props.kinds.find((one) => one.kind === form);
  return kind && isByHand(kind) ? (
    <KindForm {...props} kind={kind} />
  ) : (
    <p className="notice">{t("write.noForm")}</p>
  );
}
