/** A link to a form, opened about what is known already. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { queries } from "../../docket/index.ts";
import type { AboutWhat } from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import { isComposite } from "./forms.ts";

/** What a form is called. */
export function useFormName() {
  const { t, say } = useWords();
  const { data: kinds = [] } = useQuery(queries.kinds());
  return (form: string): string => {
    if (isComposite(form)) return t(`write.form.${form}`);
    const kind = kinds.find((one) => one.kind === form);
    return kind ? say(kind.title) : form;
  };
}

export function FormLink({ form, about, className }: { form: string; about: AboutWhat; className?: string }) {
  const nameOf = useFormName();
  return (
    <Link to="/write/$form" params={{ form }} search={about} {...(className ? { className } : {})}>
      {nameOf(form)}
    </Link>
  );
}
