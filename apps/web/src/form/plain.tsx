/** The plain controls of a form: a line or paragraph, a choice, a date, a sum of money. */
import { sayDate, useWords } from "../language/index.ts";
import { decimalsOf } from "./amount.ts";
import { type About, Boxed, describedBy, Labelled } from "./Labelled.tsx";
import { understood } from "./understood.ts";

interface ChoiceProps extends About {
  value: string;
  options: readonly { value: string; words: string }[];
  onChange: (value: string) => void;
}

export function Choice({ value, options, onChange, ...about }: ChoiceProps) {
  return (
    <Labelled {...about}>
      <select
        id={about.id}
        value={value}
        aria-invalid={about.wrong !== undefined}
        aria-describedby={describedBy(about)}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface TextProps extends About {
  value: string;
  long?: boolean;
  numeric?: boolean;
  mono?: boolean;
  onChange: (value: string) => void;
}

export function TextField({ value, long, numeric, mono, onChange, ...about }: TextProps) {
  const shared = {
    id: about.id,
    value,
    "aria-describedby": describedBy(about),
    "aria-invalid": about.wrong !== undefined,
    className: mono ? "mono" : undefined,
  };
  return (
    <Labelled {...about}>
      {long ? (
        <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...shared}
          autoComplete="off"
          inputMode={numeric ? "decimal" : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}

/** What was understood of a date while it is typed; nothing where it is not one yet. */
function Reading({ id, typed }: { id: string; typed: string }) {
  const { t, language } = useWords();
  const meant = understood(typed);
  const date = meant && "date" in meant ? meant.date : undefined;
  const vague = date?.includes("/") ? "stretch" : date?.length === 10 ? "day" : "part";
  return (
    <span id={`${id}-reading`} className="reading" aria-live="polite">
      {date ? t(`form.read.${vague}`, { date: sayDate(date, language) }) : ""}
    </span>
  );
}

export function DateField({
  value,
  onChange,
  ...about
}: About & { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const own = about.hint?.replace(/\.$/, "");
  // Some fields show by themselves how a date can be written.
  const hint = own?.includes("2018") ? own : [own, t("form.dateHint")].filter(Boolean).join(". ");
  return (
    <Labelled {...about} hint={hint}>
      <input
        id={about.id}
        value={value}
        autoComplete="off"
        aria-invalid={about.wrong !== undefined}
        aria-describedby={[describedBy({ ...about, hint }), `${about.id}-reading`].join(" ")}
        onChange={(event) => onChange(event.target.value)}
      />
      <Reading id={about.id} typed={value} />
    </Labelled>
  );
}

const CURRENCIES = ["USD", "MXN", "GTQ", "HNL", "COP", "CAD", "EUR"];

interface MoneyProps extends About {
  typed: string;
  currency: string;
  wrongCurrency?: string | undefined;
  onChange: (sum: { typed: string; currency: string }) => void;
}

/** The sum as people write it, and the currency it is in; nothing is converted. */
export function MoneyField({ typed, currency, wrongCurrency, onChange, ...about }: MoneyProps) {
  const { t, language } = useWords();
  const decimals = decimalsOf(currency.toUpperCase());
  const sum = {
    id: `${about.id}-minor`,
    label: t("money.sum"),
    hint: decimals === 0 ? t("money.sumHintWhole") : t("money.sumHint", { count: decimals }),
  };
  const unit = { id: `${about.id}-currency`, label: t("money.code"), wrong: wrongCurrency };
  const names = new Intl.DisplayNames([language === "es" ? "es-US" : "en-US"], { type: "currency" });
  return (
    <Boxed {...about} wrong={undefined}>
      <div className="pair">
        <TextField
          {...sum}
          wrong={about.wrong}
          numeric
          value={typed}
          onChange={(text) => onChange({ typed: text, currency })}
        />
        <Labelled {...unit}>
          <input
            id={unit.id}
            className="mono"
            value={currency}
            list={`${unit.id}-list`}
            maxLength={3}
            autoComplete="off"
            aria-invalid={wrongCurrency !== undefined}
            aria-describedby={describedBy(unit)}
            onChange={(event) => onChange({ typed, currency: event.target.value.toUpperCase() })}
          />
          <datalist id={`${unit.id}-list`}>
            {CURRENCIES.map((code) => (
              <option key={code} value={code}>
                {names.of(code)}
              </option>
            ))}
          </datalist>
        </Labelled>
      </div>
    </Boxed>
  );
}
