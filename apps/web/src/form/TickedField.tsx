/** Lists of which each part is ticked or not: records of a case, or a few fixed values. */
import type { Schema } from "../docket/index.ts";
import { useForm } from "./context.ts";
import { Boxed } from "./Labelled.tsx";
import { RecordList } from "./RecordList.tsx";
import { type FieldProps, useAbout } from "./useAbout.ts";
import { useLabels } from "./useLabels.ts";

export function Records({ type, ...props }: FieldProps & { type: string }) {
  const about = useAbout(props);
  const { wrong } = useForm();
  const ids = Array.isArray(props.value) ? props.value.filter((id) => typeof id === "string") : [];
  // What is wrong with one of the list is said of the list: its parts are ticked, not filled in.
  const part = [...wrong].find(([path]) => path.startsWith(`${props.path}.`))?.[1];
  return (
    <RecordList
      {...about}
      wrong={about.wrong ?? part}
      type={type}
      value={ids}
      onChange={(picked) => props.onChange([...picked])}
    />
  );
}

/** A list of a few fixed values, each taken or not. */
export function Ticks({ item, ...props }: FieldProps & { item: Schema }) {
  const labels = useLabels();
  const about = useAbout(props);
  const held = Array.isArray(props.value) ? props.value : [];
  return (
    <Boxed {...about}>
      {(item.enum ?? []).map(String).map((value) => (
        <label key={value} className="choice">
          <input
            type="checkbox"
            checked={held.includes(value)}
            onChange={() =>
              props.onChange(held.includes(value) ? held.filter((one) => one !== value) : [...held, value])
            }
          />
          {labels.choice(item, value)}
        </label>
      ))}
    </Boxed>
  );
}
