/** Finds every number that a page shows, and the links by which a reader gets from it to the entries behind it. */
import type { Page } from "playwright-core";

/** A number in its text, with where it stands and where it leads. */
export interface Told {
  text: string;
  numbers: number[];
  selector: string;
  /** The link it is in; or else those beside it: in its paragraph, its line or its row. */
  ways: string[];
  /** Where it stands in the heading of the page. */
  inHeading: boolean;
}

/** What is in digits and no figure of the record, each with the reason. */
const NO_FIGURES: readonly { because: string; words?: RegExp; at?: string }[] = [
  {
    because: "a day or a month, as it is said in English and in Spanish",
    words:
      /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? (?:\d{1,2}, )?\d{4}\b|\b(?:\d{1,2} (?:de )?)?(?:ene|feb|mar|abr|may|jun|jul|ago|sep|sept|oct|nov|dic)[a-z]*\.? (?:de )?\d{4}\b|\b\d{4}-\d{2}(?:-\d{2})?\b|\bT[1-4] \d{4}\b|\b\d{4}[- ][QT][1-4]\b|\bQ[1-4] \d{4}\b/gi,
  },
  { because: "a docket number", words: /\b\d:\d{2}-[a-z]{2}-\d+\b/gi },
  { because: "a time of day", words: /\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\.?)?/gi },
  {
    because: "a year or a fiscal year, such as that of growth's base",
    words: /\b(?:FY ?)?(?:19|20)\d{2}\b/g,
  },
  {
    because: "a statute",
    words: /\b\d+ (?:USC|U\.S\.C\.|CFR)(?: §+)? ?\d+[a-z]*(?:\(\w+\))*|^(?:\(\w+\))+$/gi,
  },
  {
    because: "the number of a count or of a paper on the docket, which names it",
    words: /\b(?:counts?|cargos?|entry|asiento) \d+s?\b/gi,
  },
  { because: "the name of a hash", words: /\bSHA-256\b/g },
  {
    because: "what a measure is called: sentences of so many months",
    words: /\b\d+ (?:months|years|meses|años) (?:or more|o más)/gi,
  },
  { because: "the version of a definition", words: /\bversi[oó]n \d+/gi },
  {
    because: "the least count that a fact sheet shows, a limit in an explanation",
    words: /\b(?:fewer than|menos de) \d+ (?:people|personas)/gi,
  },
  { because: "a zero in a table, which has nothing to open", at: ".is-number > .muted" },
  { because: "an identifier, a digest or a root", at: "code" },
  { because: "what is asked and not what is answered", at: "form, select, button, label, input, textarea" },
  { because: "the scale of a drawing", at: "[aria-label^='x-axis'], [aria-label^='y-axis'], .axis, .years" },
  {
    because: "the grade of a link, a code for how sure it is, said again in the table of links",
    at: ".link-chart svg",
  },
  { because: "the column of the grade of a link", words: /^[A-F][1-6]$/g },
];

/** The numbers under `main`, none of those above. */
export async function numbersOn(page: Page): Promise<Told[]> {
  return page.evaluate(
    ([patterns, left]) => {
      const wayTo =
        /^\/(?:entries|sources|figures|cases|assets|extraditions|organizations|results)\/(?!fact-sheet|new)|^\/(?:record|cases|assets|extraditions|organizations)(?:[?#]|$)/;
      const units = "p, li, tr, dd, figcaption, .statement, .priority-panel";
      const main = document.querySelector("main") ?? document.body;
      const link = (one: Element | null | undefined) => one?.getAttribute("href") ?? "";
      const pathOf = (one: Element): string => {
        const steps: string[] = [];
        for (let at: Element | null = one; at && at !== main && steps.length < 6; at = at.parentElement) {
          const name = at.getAttribute("class")?.split(" ")[0];
          steps.unshift(at.id ? `#${at.id}` : at.localName + (name ? `.${name}` : ""));
          if (at.id) break;
        }
        return steps.join(" > ");
      };
      // Not said for themselves: headings, drawings and summaries repeat what their section says with its way.
      const repeating = "h1, h2, h3, [aria-hidden=true], .contradiction > p, .notes > li";
      const found: (Told & { repeats: boolean; scope: Element })[] = [];
      const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.parentElement;
        const text = walker.currentNode.textContent ?? "";
        if (!at || !/\d/.test(text) || at.closest(left)) continue;
        const rest = patterns.reduce(
          (kept, [source, flags]) => kept.replace(new RegExp(source, flags), " "),
          text,
        );
        const numbers = (rest.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).map((one) =>
          Number(one.replaceAll(",", "")),
        );
        if (numbers.length === 0) continue;
        const own = link(at.closest("a[href]"));
        let ways = [own].filter((path) => wayTo.test(path));
        let unit = own ? null : at.closest(units);
        while (unit && ways.length === 0) {
          ways = [...unit.querySelectorAll("a[href]")].map(link).filter((path) => wayTo.test(path));
          unit = unit.parentElement?.closest(units) ?? null;
        }
        // What says how long a list is stands right above it.
        const list = at.closest("[role=status]") && !own ? at.closest("section[id]") : null;
        if (list) ways = [`${location.pathname}${location.search}#${list.id}`];
        found.push({
          text: text.trim(),
          numbers,
          selector: pathOf(at),
          ways,
          inHeading: at.closest("h1") !== null,
          repeats: ways.length === 0 && at.closest(repeating) !== null,
          scope: (at.closest("h1") ? null : at.closest("section, article")) ?? main,
        });
      }
      return found.map(({ scope, repeats, ...one }) => {
        if (!repeats) return one;
        const said = found.filter(({ ways, scope: its }) => ways.length > 0 && scope.contains(its));
        const again = one.numbers.map((number) => said.find(({ numbers }) => numbers.includes(number)));
        return { ...one, ways: again.every(Boolean) ? again.flatMap((other) => other?.ways ?? []) : [] };
      });
    },
    [
      NO_FIGURES.flatMap(({ words }) => (words ? [[words.source, words.flags] as const] : [])),
      NO_FIGURES.flatMap(({ at }) => at ?? []).join(),
    ] as const,
  );
}
