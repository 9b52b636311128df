/** The drawing itself, loaded only when a chart is shown; hidden from assistive technology, which has the table. */
import { areaY, axisX, axisY, dot, gridY, line, link, plot, ruleY, text } from "@observablehq/plot";
import { useEffect, useRef, useState } from "react";
import type { Series } from "../../docket/index.ts";
import { type Language, sayDate, sayNumber } from "../../language/dates.ts";
import { datedReports } from "./finding.ts";

const day = (date: string) => new Date(`${date}T00:00:00Z`);

interface DrawingProps {
  series: Series;
  language: Language;
  recordedWord: string;
  /** The latest report as its source put it. */
  latestWord: string;
}

function draw({ series, language, recordedWord, latestWord }: DrawingProps, width: number): Element {
  const reports = datedReports(series);
  const steps = [...series.recorded].sort((a, b) => a.date.localeCompare(b.date));
  const lastDay = [steps.at(-1)?.date ?? "", reports.at(-1)?.to ?? ""].sort().at(-1) ?? "";
  const last = steps.at(-1);
  // The count stands until the end of the picture, not only until its last step.
  const drawn = last && last.date < lastDay ? [...steps, { date: lastDay, value: last.value }] : steps;
  const exact = reports.filter(({ report }) => report.claim.operator === "exactly");
  const bound = reports.filter(({ report }) => report.claim.operator !== "exactly");
  const imprecise = reports.filter(({ from, to }) => from !== to);
  const narrow = width < 480;
  const step = { x: (d: { date: string }) => day(d.date), y: "value", curve: "step-after" } as const;
  return plot({
    width,
    height: narrow ? 260 : 340,
    marginLeft: 44,
    marginRight: narrow ? 28 : 40,
    marginTop: 24,
    style: { background: "transparent", overflow: "visible" },
    x: { type: "utc", label: null },
    y: { nice: true, zero: true, label: null },
    marks: [
      gridY({ ticks: 5, stroke: "currentColor", strokeOpacity: 0.12 }),
      axisX({
        ticks: narrow ? 4 : 7,
        tickSize: 4,
        tickFormat: (date: Date) => String(date.toISOString().slice(0, 4)),
        interval: "1 year",
      }),
      axisY({ ticks: 5, tickSize: 0, tickFormat: (value: number) => sayNumber(value, language) }),
      ruleY([0], { stroke: "currentColor" }),
      areaY(drawn, { ...step, fill: "var(--blue)", fillOpacity: 0.09 }),
      line(drawn, { ...step, stroke: "var(--blue)", strokeWidth: 2.5 }),
      link(imprecise, {
        x1: ({ from }) => day(from),
        x2: ({ to }) => day(to),
        y1: "value",
        y2: "value",
        stroke: "currentColor",
        strokeOpacity: 0.5,
        strokeDasharray: "3 3",
      }),
      dot(exact, {
        x: ({ to }) => day(to),
        y: "value",
        symbol: "diamond",
        r: 5.5,
        fill: "currentColor",
        title: titleOf,
      }),
      dot(bound, {
        x: ({ to }) => day(to),
        y: "value",
        symbol: "triangle",
        r: 5,
        fill: "var(--paper)",
        stroke: "currentColor",
        strokeWidth: 1.75,
        title: titleOf,
      }),
      text(reports.slice(-1), {
        x: ({ to }) => day(to),
        y: "value",
        dy: -14,
        text: () => latestWord,
        fontWeight: 600,
        textAnchor: "end",
      }),
      text(drawn.slice(-1), {
        x: (d) => day(d.date),
        y: "value",
        dy: -9,
        text: (d) => `${recordedWord} ${sayNumber(d.value, language)}`,
        fill: "var(--blue)",
        fontWeight: 600,
        textAnchor: "end",
      }),
    ],
  });

  function titleOf(point: { report: { asOf: string | null }; value: number }) {
    return `${sayDate(point.report.asOf ?? "", language)}: ${sayNumber(point.value, language)}`;
  }
}

export default function Drawing(props: DrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watch.observe(node);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const node = box.current;
    if (!node || width === 0) return;
    const picture = draw(props, width);
    // The library's own style element would break the content security policy; our style sheet says the same.
    for (const style of picture.querySelectorAll("style")) style.remove();
    node.replaceChildren(picture);
  });
  return <div ref={box} aria-hidden="true" />;
}
