/** Starts the workbench: language first, then the rooms. */
import "./styles/index.scss";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Problem } from "./docket/index.ts";
import { startLanguage } from "./language/index.ts";
import { createHouse } from "./routes.tsx";

const answers = new QueryClient({
  defaultOptions: {
    // A browser that takes itself for offline would wait without a word; this server is mostly on the same machine.
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // Only an unreachable or busy server is worth asking again; a refusal will not change.
      retry: (times, error) =>
        times < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
    },
  },
});

await startLanguage();
const root = document.getElementById("workbench");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={answers}>
        <RouterProvider router={createHouse()} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
