import { createHash } from 'node:crypto'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The small entry for phones, built beside the site into dist/web/m: see docs/decisions/0020. */
export default defineConfig({
  plugins: [react(), offline()],
  publicDir: false,
  build: {
    outDir: 'dist/web',
    emptyOutDir: false,
    assetsDir: 'm/assets',
    target: ['chrome87', 'edge88', 'safari14'],
    manifest: 'm/manifest.json',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'm/index.html' },
  },
})

/** Writes the worker that keeps the entry on the phone: where a place has no network, its page opens all the same. */
function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
      this.emitFile({ type: 'asset', fileName: 'm/sw.js', source: worker(version, ['/m/', '/formation.svg', ...files.map((file) => `/${file}`)]) }) // prettier-ignore
    },
  }
}

const worker = (version: string, files: readonly string[]) => `const cacheName = 'm-${version}'
const files = ${JSON.stringify(files)}
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files)).then(() => self.skipWaiting()))
})
self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('m-') && name !== cacheName
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => self.clients.claim()))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match('/m/')))
  else if (files.includes(pathname)) event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(request)))
})
`
