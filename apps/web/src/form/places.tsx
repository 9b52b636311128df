/** Districts and countries by their names; the record keeps their keys. */
import { useQuery } from "@tanstack/react-query";
import { queries } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import type { About } from "./Labelled.tsx";
import { Choice } from "./plain.tsx";

interface PlaceProps extends About {
  value: string;
  onChange: (value: string) => void;
}

type Option = { value: string; words: string };

/** A value that the list does not have, such as one mistyped in an import, stays what it is. */
function useOptions(value: string, list: readonly Option[]): Option[] {
  const { t, language } = useWords();
  const sorted = [...list].sort((a, b) => a.words.localeCompare(b.words, language));
  const unknown = value === "" || sorted.some((one) => one.value === value) ? [] : [{ value, words: value }];
  return [{ value: "", words: t("case.notStated") }, ...unknown, ...sorted];
}

export function DistrictField(props: PlaceProps) {
  const { say } = useWords();
  const { data = [] } = useQuery(queries.districts());
  const options = data.map(({ key, name }) => ({ value: key, words: `${say(name)} (${key})` }));
  return <Choice {...props} options={useOptions(props.value, options)} />;
}

export function CountryField(props: PlaceProps) {
  const { say } = useWords();
  const { data = [] } = useQuery(queries.countries());
  const options = data.map(({ alpha2, name }) => ({ value: alpha2, words: `${say(name)} (${alpha2})` }));
  return <Choice {...props} options={useOptions(props.value, options)} />;
}
