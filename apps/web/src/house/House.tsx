/** The frame around every room: what this is, the rooms, as known on, the language. */
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { queries } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import { KnownControl } from "./KnownControl.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { Rail } from "./Rail.tsx";

export function House() {
  const { t } = useWords();
  const { data: status } = useQuery(queries.status());
  const [open, setOpen] = useState(false);
  return (
    <div className="house">
      <a className="usa-skipnav" href="#main">
        {t("house.skip")}
      </a>
      <header className="head">
        <p className="strip">{t(status?.publicRecord ? "house.stripPublic" : "house.strip")}</p>
        {status?.synthetic ? <p className="strip is-amber">{t("synthetic.strip")}</p> : null}
        <div className="top">
          <Link to="/results" className="brand">
            Joint Docket
          </Link>
          <KnownControl />
          <LanguageSwitch />
          <button
            type="button"
            className="usa-button is-quiet menu-button"
            aria-expanded={open}
            aria-controls="rooms"
            onClick={() => setOpen(!open)}
          >
            {t("house.menu")}
          </button>
        </div>
      </header>
      <Rail open={open} writable={status?.canWrite} onChosen={() => setOpen(false)} />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="foot">
        <span>{t("house.footIdentity")}</span>
        {status ? <span>{t("house.footVersion", { version: status.version })}</span> : null}
        {status?.database === "embedded" ? <span>{t("house.footEmbedded")}</span> : null}
        <a href="/api/openapi.json">{t("house.footInterface")}</a>
      </footer>
    </div>
  );
}
