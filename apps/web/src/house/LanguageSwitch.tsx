/** Switches the language; the choice is kept in the browser, not in the address. */
import { chooseLanguage, useWords } from "../language/index.ts";

export function LanguageSwitch() {
  const { language } = useWords();
  const other = language === "en" ? "es" : "en";
  return (
    <button
      type="button"
      className="usa-button is-quiet"
      lang={other}
      onClick={() => void chooseLanguage(other)}
    >
      {other === "es" ? "Español" : "English"}
    </button>
  );
}
