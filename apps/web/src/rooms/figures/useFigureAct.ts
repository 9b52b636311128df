/** Sends an act on a figure, under one key for as long as what is sent stays the same, so that nothing is done twice. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ask, type FigureMade } from "../../docket/index.ts";

export function useFigureAct(path: string, onDone: (made: FigureMade) => void | Promise<void>) {
  const answers = useQueryClient();
  const sent = useRef({ text: "", key: "" });
  return useMutation({
    mutationFn: (body: object) => {
      const text = JSON.stringify(body);
      if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() };
      return ask<FigureMade>(path, { method: "POST", body, idempotencyKey: sent.current.key });
    },
    onSuccess: async (made) => {
      sent.current = { text: "", key: "" };
      await answers.invalidateQueries();
      await onDone(made);
    },
  });
}
