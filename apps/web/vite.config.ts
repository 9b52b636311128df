/** How the workbench is built: split by room, fonts from the design system, nothing from another host. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The package exports neither its manifest nor its Sass folders; its script lies at dist/js.
const uswds = join(dirname(fileURLToPath(import.meta.resolve("@uswds/uswds"))), "../..");

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "uswds-fonts": join(uswds, "dist/fonts") } },
  css: {
    preprocessorOptions: { scss: { loadPaths: [join(uswds, "packages")], quietDeps: true } },
  },
  build: {
    target: "es2022",
    // Inlined assets would be data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    // The polyfill for module preloading is an inline script in older browsers; ours all preload.
    modulePreload: { polyfill: false },
  },
  server: { host: "127.0.0.1", proxy: { "/api": process.env["JD_API"] ?? "http://127.0.0.1:4810" } },
  preview: { host: "127.0.0.1", proxy: { "/api": process.env["JD_API"] ?? "http://127.0.0.1:4810" } },
});
