/** The rooms that exist; the one that holds the page on screen is marked. */
import { Link, useRouterState } from "@tanstack/react-router";
import { useWords } from "../language/index.ts";
import { hereIf } from "../parts/index.ts";

/** Pages that belong to a room without lying under its address. */
const rooms = [
  { name: "results", to: "/results", holds: ["/results"] },
  { name: "figures", to: "/figures", holds: ["/figures"] },
  { name: "cases", to: "/cases", holds: ["/cases"] },
  { name: "organizations", to: "/organizations", holds: ["/organizations"] },
  { name: "assets", to: "/assets", holds: ["/assets"] },
  { name: "extraditions", to: "/extraditions", holds: ["/extraditions"] },
  { name: "record", to: "/record", holds: ["/record", "/entries", "/sources"] },
  { name: "write", to: "/write", holds: ["/write"] },
  { name: "import", to: "/import", holds: ["/import"] },
] as const;

interface RailProps {
  /** On a narrow screen the rooms are a menu. */
  open: boolean;
  writable: boolean | undefined;
  onChosen: () => void;
}

export function Rail({ open, writable, onChosen }: RailProps) {
  const { t } = useWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav id="rooms" className="rail" data-open={open} aria-label={t("house.rooms")}>
      <ul>
        {rooms.map((room) => (
          <li key={room.name}>
            <Link
              to={room.to}
              onClick={onChosen}
              {...hereIf(room.holds.some((start) => path === start || path.startsWith(`${start}/`)))}
            >
              {t(`room.${room.name}`)}
            </Link>
          </li>
        ))}
      </ul>
      {writable === false ? <p className="rail-note">{t("house.readOnly")}</p> : null}
    </nav>
  );
}
