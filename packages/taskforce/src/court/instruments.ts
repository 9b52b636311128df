/** The papers that bring a charge before a court. */
import type { Words } from "../sources/pure.ts";

/** Source of the four: Fed. R. Crim. P. 3 and 7. A later information is an information that supersedes. */
export const instruments = {
  complaint: { en: "complaint", es: "denuncia penal" },
  indictment: { en: "indictment", es: "acusación formal del gran jurado" },
  "superseding-indictment": {
    en: "superseding indictment",
    es: "acusación formal sustitutiva del gran jurado",
  },
  information: { en: "information", es: "acusación formal de la fiscalía" },
} satisfies Words;
