#!/usr/bin/env node
/** The command line. Standard output belongs to the command alone; installing and building speak on standard error. */
import { checkNode, ensureBuilt, ensureInstalled, returnToCaller, runYanzhen } from '../scripts/prepare.mjs'

checkNode()
ensureInstalled()
ensureBuilt()
returnToCaller()
await runYanzhen(process.argv.slice(2))
