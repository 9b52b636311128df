/** Fields that follow the address: filled from it, changed by hand, filled anew when it changes. */
import { useState } from "react";

export function useFilled<Fields extends object>(
  address: Fields,
): [Fields, (change: Partial<Fields>) => void] {
  const [seen, setSeen] = useState(JSON.stringify(address));
  const [fields, setFields] = useState(address);
  if (seen !== JSON.stringify(address)) {
    setSeen(JSON.stringify(address));
    setFields(address);
  }
  return [fields, (change) => setFields({ ...fields, ...change })];
}
