import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The site, built to dist/web; while it is being worked on, the API answers on port 3000. */
export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist/web', emptyOutDir: true, target: ['chrome87', 'edge88', 'safari14'], manifest: true },
  server: { proxy: { '/api': process.env['YANZHEN_API'] ?? 'http://127.0.0.1:3000' } },
})
