import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Every address below /m is one of the small entry's, as the server has it too. */
const smallEntry: Plugin = {
  name: 'small-entry',
  configureServer: ({ middlewares }) =>
    void middlewares.use((request, _, next) => {
      if (/^\/m(\/[^.]*)?(\?|$)/.test(request.url ?? '')) request.url = '/m/index.html'
      next()
    }),
}

/** The site, built to dist/web; while it is being worked on, the API answers on port 3000. */
export default defineConfig({
  plugins: [react(), smallEntry],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: ['chrome87', 'edge88', 'safari14'],
    manifest: true,
    // The shell carries the list of all parts of all pages: their names are in the manifest, and not in the list as well.
    rolldownOptions: { output: { chunkFileNames: 'assets/[hash].js' } },
  },
  server: { proxy: { '/api': process.env['YANZHEN_API'] ?? 'http://127.0.0.1:3000' } },
})
