/** What can be printed: a document as its parts, each with its meaning, so that the page and its tags come from one thing. */

export interface Column {
  readonly title: string;
  /** Its share of the width; shares are added up. */
  readonly share: number;
  /** Figures are set to the right. */
  readonly number?: boolean;
}

export type Block =
  | { readonly is: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly is: "text"; readonly text: string; readonly quiet?: boolean }
  /** Something to know before reading on, with a bar beside it. */
  | { readonly is: "notice"; readonly text: string }
  | { readonly is: "list"; readonly items: readonly string[] }
  /** The first cell of each row names the row. */
  | {
      readonly is: "table";
      /** Left out where the heading just above says it already. */
      readonly caption?: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    };

export interface Paper {
  readonly title: string;
  readonly language: "en" | "es";
  /** Who gives it out. */
  readonly author: string;
  /** Stands at the foot of every page, before the page's number. */
  readonly foot: string;
  /** Stands at the head of every page where nobody may miss it, such as that its content is made up. */
  readonly mark?: string | undefined;
  /** When it was made; nothing else in the bytes depends on the clock. */
  readonly made: Date;
  readonly blocks: readonly Block[];
}
