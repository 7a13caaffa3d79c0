/** Plans a city's clusters on two threads, each made when its turn comes, and prints what it took: `city.ts 250`. */
import { Planner } from '#modules/rotation-planning/engine/thread/planner.ts'
import { inventInstance } from '../../test/rotation-instances.ts'

const clusters = Number(process.argv[2])
const planner = new Planner(2)
const small = inventInstance({ seed: 999, schools: 8, teachers: 200, eligible: 60, moves: 10, teams: 0 })
await Promise.all([1, 2].map(() => planner.ask('plan', { instance: small })))

const start = performance.now()
let [next, proved, memory] = [0, 0, 0]
const work = async () => {
  for (let seed = ++next; seed <= clusters; seed = ++next) {
    const planned = await planner.ask('plan', { instance: inventInstance({ seed: 5_000 + seed }) })
    if (planned?.isProved) proved++
    memory = Math.max(memory, process.memoryUsage().rss / 2 ** 20)
  }
}
await Promise.all([work(), work()])
console.log(JSON.stringify({ proved, took: (performance.now() - start) / 1_000, memory }))
await planner.close()
