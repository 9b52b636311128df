/** How a case or an asset comes to be an organization's, in words. */
import type { Through } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";

export function useThrough() {
  const { t } = useWords();
  return ({ through }: Through): string => through.map((one) => t(`organization.by.${one}`)).join(", ");
}
