/** A person by what each case calls them; never a name. */
import { Link } from "@tanstack/react-router";
import type { PersonLine } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Quoted } from "../../parts/index.ts";
import { useSaid } from "../docket/said.tsx";

export function PersonName({ person }: { person: PersonLine }) {
  const { t } = useWords();
  const said = useSaid();
  if (person.defendants.length === 0)
    return (
      <>
        {t("organization.unnamed")} <code>{person.id.slice(0, 8)}</code>
      </>
    );
  return person.defendants.map((one) => (
    <div key={one.id}>
      <Link to="/record" search={{ subject: one.id }}>
        <Quoted>{one.designation}</Quoted>
      </Link>
      {one.case ? (
        <p className="small">
          <Link to="/cases/$id" params={{ id: one.case.id }}>
            <Quoted>{one.case.title}</Quoted>
          </Link>
          {one.case.district ? `, ${said.district(one.case.district)}` : ""}
        </p>
      ) : null}
    </div>
  ));
}
