import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { cssVariables } from './src/app/cssVariables.ts';

const TOKENS = new URL('./src/app/tokens.json', import.meta.url);
const STYLE = 'virtual:tokens.css';

/** Makes the style sheet of variables from the tokens, so that each colour is written down once. */
function tokens(): Plugin {
  return {
    name: 'tokens',
    resolveId: (id) => (id === STYLE ? `\0${STYLE}` : undefined),
    load: (id) => (id === `\0${STYLE}` ? cssVariables(JSON.parse(readFileSync(TOKENS, 'utf8'))) : undefined),
  };
}

const server = process.env.TOUCHSTONE_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [tokens(), react()],
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': server } },
  build: {
    target: 'es2022',
    // An inlined asset would need data: in the content security policy of fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    sourcemap: false,
  },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], restoreMocks: true },
});
