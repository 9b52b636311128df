/** Where the text of a cited section of the United States Code can be read. */

const SECTION = /^(\d{1,2})\s*U\.?\s?S\.?\s?C\.?\s*(?:§+\s*)?(\d+[a-z]*(?:-\d+)?)/i;

/** The address of the section at the Office of the Law Revision Counsel; undefined where the citation is of another form. */
export function textOf(citation: string): string | undefined {
  const match = SECTION.exec(citation.trim());
  if (!match) return undefined;
  return `https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title${match[1]}-section${match[2]}&num=0&edition=prelim`;
}
