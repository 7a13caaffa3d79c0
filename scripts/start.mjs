/** `npm start`: installs and builds what is missing or has changed, then starts the product. */
import { checkNode, ensureBuilt, ensureInstalled, returnToCaller, runYanzhen } from './prepare.mjs'

checkNode()
ensureInstalled()
ensureBuilt()
returnToCaller()
await runYanzhen(['start', ...process.argv.slice(2)])
