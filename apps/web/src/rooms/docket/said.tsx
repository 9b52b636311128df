/** Small things said the same way in every room: districts, countries, sums, quantities, and a number with its way to an entry. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type CaseName, type Money, type Quantity, queries } from "../../docket/index.ts";
import { sayCountry, sayMoney, useWords } from "../../language/index.ts";
import { Quoted } from "../../parts/index.ts";

export function useSaid() {
  const { t, language, number } = useWords();
  const { data: districts = [] } = useQuery(queries.districts());
  return {
    /** “S.D. Tex.” */
    district: (key: string | null | undefined) =>
      districts.find((one) => one.key === key)?.citation ?? key ?? "",
    country: (code: string | null | undefined) => (code ? sayCountry(code, language) : ""),
    money: (sum: Money | null | undefined) => (sum ? sayMoney(sum, language) : ""),
    quantity: (of: Quantity | null | undefined) =>
      of ? `${number(of.amount)} ${t(`unit.${of.unit}`, { count: of.amount })}` : "",
  };
}

/** What an entry says, leading to that entry. */
export function Told({ entry, children, label }: { entry: string; children: ReactNode; label?: string }) {
  return (
    <Link to="/entries/$id" params={{ id: entry }} {...(label ? { "aria-label": label } : {})}>
      {children}
    </Link>
  );
}

export function CaseLink({ of }: { of: CaseName | null }) {
  const { district } = useSaid();
  if (!of) return null;
  return (
    <>
      <Link to="/cases/$id" params={{ id: of.id }}>
        <Quoted>{of.title}</Quoted>
      </Link>
      {of.district ? <p className="small">{district(of.district)}</p> : null}
    </>
  );
}

/** The case of a line, small under its name. */
export function InCase({ of }: { of: CaseName }) {
  const { district } = useSaid();
  return (
    <p className="small">
      <Link to="/cases/$id" params={{ id: of.id }}>
        <Quoted>{of.title}</Quoted>
      </Link>
      {of.district ? `, ${district(of.district)}` : ""}
    </p>
  );
}
