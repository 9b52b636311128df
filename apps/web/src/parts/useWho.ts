/** Who recorded an entry: the house's own actors in words, anybody else as the record names them. */
import { useWords } from "../language/index.ts";

const own = ["this-installation", "local-operator", "public-record-loader"] as const;

export function useWho() {
  const { t } = useWords();
  return (name: string | null): string => {
    const known = own.find((one) => one === name);
    return known ? t(`who.${known}`) : (name ?? t("timeline.somebody"));
  };
}
