/** What the interface answers of links between records. */
import type { CaseName, SourceLine } from "./common.ts";
import type { Tier } from "./organizations.ts";

export type EndType = "organization" | "person" | "defendant" | "case" | "venture" | "asset";

export interface LinkNode {
  id: string;
  type: EndType;
  name: string | null;
  kind: string | null;
  case: CaseName | null;
  record: string | null;
  opened: boolean;
  links: number;
}

export interface LinkLine {
  id: string;
  entry: string;
  from: string;
  to: string;
  relation: string;
  tier: Tier | null;
  wording: string | null;
  grade: { reliability: string; credibility: string } | null;
  since: string | null;
  until: string | null;
  certainty: string;
  source: SourceLine | null;
}

export interface Links {
  nodes: LinkNode[];
  links: LinkLine[];
  more: { type: EndType; records: number }[];
  cut: string;
}
