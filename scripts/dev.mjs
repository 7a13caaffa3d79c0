/** `npm run dev`: the server restarts and the site reloads when a source changes. Site on 5173, API on 3000. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { checkNode, ensureInstalled, root } from './prepare.mjs'

checkNode()
ensureInstalled()
const env = { ...process.env, YANZHEN_API: `http://localhost:${process.env['PORT'] ?? 3000}` }
const commands = [
  ['tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'src/main/cli.ts', 'start', ...process.argv.slice(2)],
  ['vite/bin/vite.js'],
]
const children = commands.map(([entry, ...args]) =>
  spawn(process.execPath, [join(root, 'node_modules', entry), ...args], { cwd: root, stdio: 'inherit', env }),
)
for (const child of children)
  child.on('exit', () => {
    for (const other of children) other.kill('SIGTERM')
  })
