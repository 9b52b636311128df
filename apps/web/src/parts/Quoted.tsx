/** Words of the record itself, which are English: marked so for a reader in another language. */
import type { ReactNode } from "react";
import { useWords } from "../language/index.ts";

export function Quoted({ children }: { children: ReactNode }) {
  const { language } = useWords();
  return language === "en" ? <>{children}</> : <span lang="en">{children}</span>;
}
