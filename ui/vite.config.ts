import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

const root = import.meta.dirname;
const dist = resolve(root, "dist");

/** The Rust build needs `ui/dist` to exist before the pages are built, so its placeholder is committed; emptying the folder removes it. */
const keepPlaceholder: Plugin = {
  name: "keep-placeholder",
  closeBundle: () => writeFileSync(resolve(dist, ".gitkeep"), ""),
};

export default defineConfig({
  root,
  base: "./",
  plugins: [svelte({ configFile: false }), keepPlaceholder],
  build: {
    outDir: dist,
    emptyOutDir: true,
    target: ["chrome111", "safari16.4"],
    // The content security policy has no data: addresses and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { recovery: resolve(root, "recovery.html"), desk: resolve(root, "desk.html"), support: resolve(root, "support.html") },
    },
  },
});
