import { fileURLToPath, URL } from 'node:url'

import vue from '@vitejs/plugin-vue'
import vuetify from 'vite-plugin-vuetify'
import { defineConfig } from 'vitest/config'

import { chunkOf, fileOf } from './build/chunks.ts'
import { compress } from './build/compress.ts'
import { letters } from './build/letters.ts'

const backend = 'http://localhost:8080'

export default defineConfig({
  // Relative, so that the pages can be served below any path.
  base: './',
  plugins: [vue(), vuetify({ autoImport: true }), letters(), compress()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_I18N_FULL_INSTALL__: true,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __INTLIFY_DROP_MESSAGE_COMPILER__: false,
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Every asset stays a file of its own: a strict Content-Security-Policy then needs no data: source.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Letters are cut and files compressed meanwhile: that it takes some seconds is no warning.
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: chunkOf, debugName: 'pages' }],
        },
        chunkFileNames: fileOf,
      },
    },
  },
  server: {
    proxy: {
      '/api': backend,
      '/actuator': backend,
      '/ws': { target: backend, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.spec.ts'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    // Ends what hangs, also where others keep the machine busy; nothing waits for it.
    testTimeout: 30_000,
    // Each file in a realm of its own on a thread that stays: half the time of a thread, and a jsdom, for each file.
    pool: 'vmThreads',
    maxWorkers: '100%',
    server: { deps: { inline: ['vuetify'] } },
  },
})
